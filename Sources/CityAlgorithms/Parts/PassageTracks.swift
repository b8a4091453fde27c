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
    /// A vehicle is looked for within this many sides of where it should be; more after a longer time, up to most.
    private static let (reach, reachPerSecond, mostReach) = (0.6, 1.0, 2.5)
    /// Of two boxes of which one lies within the other by this share one shows a part of the vehicle, or more than it: the
    /// surer tells.
    fileprivate static let part = 0.6
    /// A look at which its box has this share of its largest area shows the vehicle.
    fileprivate static let whole = 0.7
    /// So many looks are remembered.
    fileprivate static let mostLooks = 16
    /// It is another vehicle where two looks make it this unlikely, or three less than even; and after many looks none of
    /// which could tell it is not asked about in a hurry any more.
    fileprivate static let (unlikely, even, looksThatDecide, manyLooks) = (0.1, 0.5, 3, 8)
    /// It may well be one of those looked for, and more looks will tell.
    private static let promising = 0.4
    /// What moves is a followed vehicle where their boxes share this much of the smaller.
    static let same = 0.3

    struct Track: Sendable {
        let number: Int
        let since: MediaTime
        /// When the network saw it last.
        var at: MediaTime
        /// Where it is, as far as is known, and since when.
        var box: Box
        var movedAt: MediaTime
        /// The foreground that it moves with.
        var mass: Box?
        /// Of its middle, in shares of the picture a second.
        var speed = (x: 0.0, y: 0.0)
        /// The latest looks at it.
        var looks: [Seen] = []
        var told: Told?

        /// Of the looks that count.
        fileprivate(set) var mean = 0.0
        fileprivate(set) var counted = 0

        /// Whether it is known what it is, as far as looks can tell.
        var isDecided: Bool {
            if told != nil || looks.count >= PassageTracks.manyLooks { return true }
            if looks.count >= PassageTracks.looksThatDecide, mean < PassageTracks.even { return true }
            return looks.count == 2 && mean < PassageTracks.unlikely
        }

        /// Whether that may be it: it is not out of the picture by then, or that is its end.
        func mayBe(_ seen: Box, at now: MediaTime) -> Bool {
            let expected = expected(at: now)
            let (across, down) = (expected.middle.x, expected.middle.y)
            return (0...1).contains(across) && (0...1).contains(down)
                || expected.intersection(seen) >= PassageTracks.part * seen.area
        }

        /// Where it should be by then.
        func expected(at now: MediaTime) -> Box {
            let seconds = (now - movedAt).inSeconds
            return Box(x: box.x + speed.x * seconds, y: box.y + speed.y * seconds, width: box.width, height: box.height)
        }
    }

    var tracks: [Track] = []
    private var passages = 0
    /// What moved at the last look, and the network said nothing of.
    private var unanswered: [Box] = []

    var told: [Told] { tracks.compactMap(\.told) }

    /// What is known of something that moves.
    enum Knowledge {
        /// It was not looked at yet.
        case new
        /// Looks do not tell yet.
        case unsure
        /// Looks say that it may well be one of those looked for.
        case promising
        /// It is one, or another, or nothing that the network knows.
        case decided
    }

    func knowledge(of mass: Box, at now: MediaTime) -> Knowledge {
        var isDecided = false
        var isUnsure = false
        for track in tracks {
            guard track.expected(at: now).overlap(mass) >= Self.same else { continue }
            if track.isDecided {
                isDecided = true
            } else if track.mean >= Self.promising {
                return .promising
            } else {
                isUnsure = true
            }
        }
        if isUnsure { return .unsure }
        return isDecided || isUnanswered(mass) ? .decided : .new
    }

    /// Whether it was much the same when the network said nothing of it.
    private func isUnanswered(_ mass: Box) -> Bool {
        for box in unanswered
        where box.isCutByEdge == mass.isCutByEdge && Self.whole * mass.area <= box.area
            && box.overlap(mass) >= Self.same
        { return true }
        return false
    }

    /// - Parameters:
    ///   - seen: every vehicle of one look.
    ///   - moving: what moves and is large, of the same look.
    ///   - sure: what one look alone must reach.
    mutating func follow(_ seen: [Seen], moving: [Box], at now: MediaTime, sure: Double) {
        unanswered = moving.filter { mass in
            !seen.contains { $0.box.overlap(mass) >= Self.same }
        }
        var open: [Seen] = []
        for one in seen.sorted(by: { ($1.score, $1.box.area) < ($0.score, $0.box.area) })
        where !open.contains(where: { $0.isNested(with: one, by: Self.part) }) { open.append(one) }
        let pairs = tracks.indices.flatMap { track in
            open.indices.filter { tracks[track].mayBe(open[$0].box, at: now) }.map {
                (track: track, seen: $0, sizes: sizes(between: tracks[track], and: open[$0], at: now))
            }
        }
        // The nearest pair first: a vehicle close behind another is not taken for it.
        var (followed, taken) = (Set<Int>(), Set<Int>())
        for pair in pairs.sorted(by: { $0.sizes < $1.sizes })
        where pair.sizes <= reach(of: tracks[pair.track], at: now) && !followed.contains(pair.track) {
            guard taken.insert(pair.seen).inserted else { continue }
            followed.insert(pair.track)
            tracks[pair.track].take(open[pair.seen], at: now, sure: sure)
        }
        for (index, one) in open.enumerated()
        where !taken.contains(index) && !isPart(one, at: now) {
            passages += 1
            var track = Track(number: passages, since: now, at: now, box: one.box, movedAt: now)
            track.take(one, at: now, sure: sure)
            tracks.append(track)
        }
        for index in tracks.indices where tracks[index].at == now { tracks[index].join(moving) }
    }

    mutating func forget(before now: MediaTime) { tracks.removeAll { now - $0.at > Self.gone } }

    /// Whether it lies in what moves with a vehicle that is known.
    private func isPart(_ one: Seen, at now: MediaTime) -> Bool {
        tracks.contains { track in
            guard track.movedAt == now, let mass = track.mass else { return false }
            return one.box.intersection(mass) >= Self.part * one.box.area
        }
    }

    private func reach(of track: Track, at now: MediaTime) -> Double {
        min(Self.reach + Self.reachPerSecond * (now - track.movedAt).inSeconds, Self.mostReach)
    }

    /// How far apart they are, in sides of the larger: a box may hold what follows the vehicle, its shadow or another.
    private func sizes(between track: Track, and seen: Seen, at now: MediaTime) -> Double {
        let (from, to) = (track.expected(at: now), seen.box)
        let across = (to.middle.x - from.middle.x) / max(from.width, to.width)
        let down = (to.middle.y - from.middle.y) / max(from.height, to.height)
        return (across * across + down * down).squareRoot()
    }
}

extension PassageTracks.Track {
    /// Looks at one vehicle are not independent, and their chances are not multiplied as if they were: their mean counts. Two
    /// need half of what one alone is above 0.5, three and more a third.
    fileprivate mutating func take(_ seen: PassageTracks.Seen, at now: MediaTime, sure: Double) {
        let seconds = (now - movedAt).inSeconds
        if seconds > 0 {
            let (from, to) = (box.middle, seen.box.middle)
            speed = ((to.x - from.x) / seconds, (to.y - from.y) / seconds)
        }
        (at, box, movedAt) = (now, seen.box, now)
        looks = looks.suffix(PassageTracks.mostLooks - 1) + [seen]
        weigh()
        guard told == nil, mean >= 0.5 + (sure - 0.5) / Double(min(counted, 3)) else { return }
        told = PassageTracks.Told(number: number, since: since, at: now, box: seen.box, score: mean)
    }

    /// The scores that count: a look at which its box was far smaller than at another shows it from afar, or a part.
    private mutating func weigh() {
        var largest = 0.0
        for look in looks { largest = max(largest, look.box.area) }
        var sum = 0.0
        counted = 0
        for look in looks where look.box.area >= PassageTracks.whole * largest {
            sum += look.score
            counted += 1
        }
        mean = sum / Double(counted)
    }
}

extension PassageTracks.Seen {
    fileprivate func isNested(with other: Self, by share: Double) -> Bool {
        box.overlap(other.box) > share
    }
}

extension Box {
    fileprivate var middle: Point { Point(x: x + width / 2, y: y + height / 2) }
}
