import Media

/// A permit allows what lies wholly inside it: all four corners and the foot.
extension Zone {
    /// - Parameter timeOfDay: since local midnight.
    func permits(_ box: Box, at timeOfDay: Duration) -> Bool {
        let minute = Int(timeOfDay / .seconds(60))
        return when?.contains(minuteOfDay: minute) ?? true && covers(box)
    }

    /// How long ago it ended for what lies inside it; nil: it never held there, or never ends.
    func sincePermitted(_ box: Box, at timeOfDay: Duration) -> Duration? {
        guard let past = when?.sinceEnd(timeOfDay), covers(box) else { return nil }
        return past
    }

    private func covers(_ box: Box) -> Bool {
        let (right, bottom) = (box.x + box.width, box.y + box.height)
        let corners = [
            Point(x: box.x, y: box.y), Point(x: right, y: box.y), Point(x: box.x, y: bottom),
            Point(x: right, y: bottom), box.foot,
        ]
        return corners.allSatisfy { polygon.contains($0.insidePicture) }
    }
}
