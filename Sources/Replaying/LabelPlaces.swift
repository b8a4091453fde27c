import Video

/// Finds room for labels: inside the picture, none over another.
struct LabelPlaces {
    private let bounds: PixelArea
    private var taken: [PixelArea] = []

    init(in bounds: PixelArea) { self.bounds = bounds }

    /// - Parameter wishes: upper left corners, the best first; they are moved inside.
    /// - Returns: nil where there is no room.
    mutating func place(width: Int, height: Int, at wishes: [PixelPoint]) -> PixelArea? {
        guard width <= bounds.width, height <= bounds.height else { return nil }
        for wish in wishes {
            let area = PixelArea(
                left: min(max(wish.x, bounds.left), bounds.right - width),
                top: min(max(wish.y, bounds.top), bounds.bottom - height), width: width, height: height)
            if taken.contains(where: area.overlaps) { continue }
            taken.append(area)
            return area
        }
        return nil
    }
}
