import Media

/// Where things at rest are in sight, and what was seen of each.
struct StillPlaces: Sendable {
    struct Place: Sendable {
        fileprivate(set) var box: Box
        let since: MediaTime
        /// For how long a thing was in sight there.
        fileprivate(set) var inSight = Duration.zero
        fileprivate var seenAt: MediaTime
        /// The share of it that persons covered, mean of the network's latest looks: it misses some of those who stand close,
        /// and others in the next look.
        private(set) var persons = 0.0
        /// When and how often the network looked at it.
        private(set) var lookedAt: MediaTime?
        private var looks = 0

        fileprivate init(box: Box, at now: MediaTime) { (self.box, since, seenAt) = (box, now, now) }

        /// What the network says of it at a look; once for each.
        mutating func look(at now: MediaTime, persons share: Double) {
            guard now != lookedAt else { return }
            lookedAt = now
            looks = min(looks + 1, StillPlaces.mostLooks)
            persons += (share - persons) / Double(looks)
        }

        /// Whether another box is of the same thing: they are much alike in place and size.
        fileprivate func holds(_ other: Box) -> Bool { box.intersection(other) > 0.2 * max(box.area, other.area) }
    }

    /// A thing is told of once it has been in sight for so long, but for who looks more seldom: when it came is read from
    /// its pixels, and where the light changes, pixels that changed ten seconds ago look like a thing for a moment.
    private static let steady = Duration.seconds(3)
    /// A thing that was out of sight for longer comes into sight anew.
    private static let forgotten = Duration.seconds(30)
    /// So short a time it may be out of sight without anybody noticing.
    private static let blink = Duration.seconds(1)
    fileprivate static let mostLooks = 8
    /// A piece of something is smaller than it by this share, and lies within it by that.
    private static let (piece, within) = (0.75, 0.8)

    private(set) var all: [Place] = []
    private var lastLook: MediaTime?
    /// How long ago the look before was, and whether looks are too seldom for a thing to be waited for.
    private var (sinceLook, isSeldom) = (Duration.zero, false)
    /// What was persons: a piece of it in which the network sees nobody is no thing that came.
    private var people: [(box: Box, at: MediaTime)] = []

    init() {
        all.reserveCapacity(16)
        people.reserveCapacity(16)
    }

    mutating func beginLook(at now: MediaTime) {
        all.removeAll { now - $0.seenAt > Self.forgotten }
        people.removeAll { now - $0.at > Self.forgotten }
        let before = sinceLook
        sinceLook = lastLook.map { now - $0 } ?? .zero
        // Two in a row: one alone is a gap in a stream.
        isSeldom = min(before, sinceLook) > Self.steady
        lastLook = now
    }

    /// The place of a thing in sight, kept from look to look; its index in `all` for this look.
    mutating func see(_ box: Box, at now: MediaTime) -> Int {
        guard let known = index(of: box) else {
            all.append(Place(box: box, at: now))
            return all.count - 1
        }
        let since = now - all[known].seenAt
        // A look or two may miss it.
        if since <= max(Self.blink, sinceLook) { all[known].inSight += since }
        (all[known].box, all[known].seenAt) = (box, now)
        return known
    }

    func index(of box: Box) -> Int? { all.firstIndex { $0.holds(box) } }

    /// Whether a thing has been in sight for long enough to be told of.
    func isSteady(_ index: Int) -> Bool { isSeldom || all[index].inSight >= Self.steady }

    mutating func look(_ index: Int, at now: MediaTime, persons share: Double) {
        all[index].look(at: now, persons: share)
    }

    mutating func keepPeople(_ box: Box, at now: MediaTime) {
        people.removeAll { $0.box.intersection(box) > Self.within * max($0.box.area, box.area) }
        people.append((box, now))
    }

    func isPieceOfPeople(_ box: Box) -> Bool {
        people.contains {
            box.area < Self.piece * $0.box.area && $0.box.intersection(box) >= Self.within * box.area
        }
    }
}
