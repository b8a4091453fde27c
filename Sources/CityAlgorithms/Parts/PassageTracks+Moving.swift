import Media

/// A vehicle moves as the foreground does that covers it.
extension PassageTracks {
    /// Of a vehicle that shares its foreground with another so much lies in it.
    private static let shared = 0.7

    /// Follows vehicles by what moves, of a look in which the network may not look.
    mutating func move(with moving: [Box], at now: MediaTime) {
        var taken: [Box] = []
        let found = tracks.indices.compactMap { index in
            tracks[index].expectedMass(at: now).flatMap { expected in
                expected.most(of: moving).map {
                    (track: index, mass: $0, share: $0.intersection(expected) / expected.area)
                }
            }
        }
        // The best pair first: what moves where another vehicle was is the one behind.
        for pair in found.sorted(by: { $0.share > $1.share })
        where pair.share >= Self.shared || !taken.contains(pair.mass) {
            taken.append(pair.mass)
            tracks[pair.track].move(with: pair.mass, at: now)
        }
    }
}

extension PassageTracks.Track {
    /// Takes the foreground that covers most of it.
    mutating func join(_ moving: [Box]) { mass = box.most(of: moving) }

    /// Where its foreground should be by then; nil: it has none.
    fileprivate func expectedMass(at now: MediaTime) -> Box? {
        let seconds = (now - movedAt).inSeconds
        return mass?.moved(speed.x * seconds, speed.y * seconds)
    }

    /// Follows its foreground to where that is now.
    fileprivate mutating func move(with now: Box, at time: MediaTime) {
        let seconds = (time - movedAt).inSeconds
        guard seconds > 0, let before = mass else { return }
        let shift = (
            x: Self.shift(
                from: (before.x, before.x + before.width), to: (now.x, now.x + now.width), near: speed.x * seconds),
            y: Self.shift(
                from: (before.y, before.y + before.height), to: (now.y, now.y + now.height), near: speed.y * seconds)
        )
        (mass, movedAt) = (now, time)
        box = box.moved(shift.x, shift.y)
        speed = (shift.x / seconds, shift.y / seconds)
    }

    /// How far something moved whose ends did. An end at the picture's edge tells nothing, and where people who walk before a
    /// vehicle move as one with it one end jumps: of two the one counts that moved more as before.
    private static func shift(from: (Double, Double), to: (Double, Double), near expected: Double) -> Double {
        let first = from.0 > edge && to.0 > edge ? to.0 - from.0 : nil
        let last = from.1 < 1 - edge && to.1 < 1 - edge ? to.1 - from.1 : nil
        guard let first, let last else { return first ?? last ?? expected }
        return abs(first - expected) < abs(last - expected) ? first : last
    }

    private static let edge = 0.005
}

extension Box {
    /// What covers most of it, of what covers a good part.
    fileprivate func most(of boxes: [Box]) -> Box? {
        boxes.filter { $0.overlap(self) >= PassageTracks.same }.max { $0.intersection(self) < $1.intersection(self) }
    }

    fileprivate func moved(_ across: Double, _ down: Double) -> Box {
        Box(x: x + across, y: y + down, width: width, height: height)
    }
}
