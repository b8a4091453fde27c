import Media

/// Follows vehicles from look to look by where they should be by then, and adds up what each look says of them.
struct PassageTracks: Sendable {
    /// One vehicle in one look.
    struct Seen: Sendable {
        let box: Box
        /// How sure the network is that it is of the kind looked for, 0..1.
        let score: Double
    }

    /// A passage that was told.
    struct Told: Sendable {
        /// No other passage of its zone has it.
        let number: Int
        let since: MediaTime
        /// When, where and how sure.
        let at: MediaTime
        let box: Box
        let score: Double
    }

    /// A vehicle that was not seen for so long has passed.
    private static let gone = Duration.seconds(5)
    /// A vehicle is looked for within this many of its own sizes of where it should be; more after a longer time.
    private static let (reach, reachPerSecond) = (0.6, 1.0)
    /// Of two boxes of which one lies within the other by this share one shows a part of the vehicle, or more than it: the
    /// surer tells.
    private static let part = 0.6
    /// A look at which its box has this share of its largest area shows the vehicle.
    fileprivate static let whole = 0.7
    /// So many looks are remembered.
    fileprivate static let mostLooks = 16
    /// From so many looks on none of which was sure it is another vehicle.
    private static let looksThatDecide = 3

    fileprivate struct Track: Sendable {
        let number: Int
        let since: MediaTime
        var at: MediaTime
        var box: Box
        /// Of its middle, in shares of the picture a second.
        var speed = (x: 0.0, y: 0.0)
        /// The latest looks at it.
        var looks: [Seen] = []
        var told: Told?

        /// The scores that count: a look at which its box was far smaller than at another shows it from afar, or a part.
        var scores: [Double] {
            let largest = looks.map(\.box.area).max() ?? 0
            return looks.filter { $0.box.area >= PassageTracks.whole * largest }.map(\.score)
        }
        var mean: Double { scores.reduce(0, +) / Double(scores.count) }
    }

    private var tracks: [Track] = []
    private var passages = 0

    var told: [Told] { tracks.compactMap(\.told) }

    /// Whether there is a vehicle, and of each it is known what it is.
    var areAllDecided: Bool {
        !tracks.isEmpty && tracks.allSatisfy { $0.told != nil || $0.looks.count >= Self.looksThatDecide && $0.mean < 0.5 }
    }

    /// - Parameters:
    ///   - seen: every vehicle of one look.
    ///   - sure: what one look alone must reach.
    mutating func follow(_ seen: [Seen], at now: MediaTime, sure: Double) {
        var open: [Seen] = []
        for one in seen.sorted(by: { ($1.score, $1.box.area) < ($0.score, $0.box.area) })
        where !open.contains(where: { $0.isNested(with: one, by: Self.part) }) { open.append(one) }
        for index in tracks.indices {
            guard let nearest = nearest(to: tracks[index], of: open, at: now) else { continue }
            tracks[index].take(open.remove(at: nearest), at: now, sure: sure)
        }
        for one in open {
            passages += 1
            var track = Track(number: passages, since: now, at: now, box: one.box)
            track.take(one, at: now, sure: sure)
            tracks.append(track)
        }
    }

    mutating func forget(before now: MediaTime) { tracks.removeAll { now - $0.at > Self.gone } }

    private func nearest(to track: Track, of seen: [Seen], at now: MediaTime) -> Int? {
        let seconds = (now - track.at).inSeconds
        let middle = track.box.middle
        let expected = Point(x: middle.x + track.speed.x * seconds, y: middle.y + track.speed.y * seconds)
        let reach = Self.reach + Self.reachPerSecond * seconds
        return seen.indices.map { index in (index, seen[index].box.sizes(from: expected)) }
            .filter { $0.1 <= reach }.min { $0.1 < $1.1 }?.0
    }
}

extension PassageTracks.Track {
    /// Looks at one vehicle are not independent, and their chances are not multiplied as if they were: their mean counts. Two
    /// need half of what one alone is above 0.5, three and more a third.
    fileprivate mutating func take(_ seen: PassageTracks.Seen, at now: MediaTime, sure: Double) {
        let seconds = (now - at).inSeconds
        if seconds > 0 {
            let (from, to) = (box.middle, seen.box.middle)
            speed = ((to.x - from.x) / seconds, (to.y - from.y) / seconds)
        }
        (at, box) = (now, seen.box)
        looks = looks.suffix(PassageTracks.mostLooks - 1) + [seen]
        guard told == nil, mean >= 0.5 + (sure - 0.5) / Double(min(scores.count, 3)) else { return }
        told = PassageTracks.Told(number: number, since: since, at: now, box: seen.box, score: mean)
    }
}

extension PassageTracks.Seen {
    fileprivate func isNested(with other: Self, by share: Double) -> Bool {
        box.intersection(other.box) > share * min(box.area, other.box.area)
    }
}

extension Box {
    fileprivate var middle: Point { Point(x: x + width / 2, y: y + height / 2) }

    /// How far its middle is from a point, in its own sides.
    fileprivate func sizes(from point: Point) -> Double {
        let (across, down) = ((middle.x - point.x) / width, (middle.y - point.y) / height)
        return (across * across + down * down).squareRoot()
    }
}
