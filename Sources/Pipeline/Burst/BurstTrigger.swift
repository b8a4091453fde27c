import Media

/// Decides when a camera that is watched by its keyframes deserves every picture: when more moves than is usual there, by
/// the sizes of the packets between keyframes or by the change from look to look, or when an algorithm asks. It lasts
/// for two seconds after the last of these.
///
/// An encoder of variable rate spends bytes on what moves. One of constant rate spends the same on everything: its
/// packet sizes say nothing, and the change between keyframes must do (`benchmarks/results/burst.md` says what each saw).
package struct BurstTrigger: Sendable {
    private static let lasting = Duration.seconds(2)
    /// Packet sizes are averaged over so long: pictures in between differ by their kind.
    private static let window = Duration.milliseconds(500)

    private var sizes = UsualLevel(fewest: 8)
    private var changes = UsualLevel(fewest: 3)
    private var windowStart: MediaTime?
    private var (bytes, packets) = (0, 0)
    private var changedAt: MediaTime?
    private var until: MediaTime?

    package init() {}

    package func isActive(_ time: MediaTime) -> Bool { until.map { time < $0 } ?? false }

    /// Takes the size of a packet that holds no keyframe.
    package mutating func packet(bytes size: Int, at time: MediaTime) {
        guard let start = windowStart, time >= start, time - start < .seconds(5) else {
            (windowStart, bytes, packets) = (time, size, 1)
            return
        }
        if time - start >= Self.window {
            judgeSizes(Double(bytes) / Double(packets), over: (time - start).inSeconds, at: time)
            (windowStart, bytes, packets) = (time, 0, 0)
        }
        bytes += size
        packets += 1
    }

    /// Takes how much of the picture changed since a look half a second or more before.
    ///
    /// - Parameter share: 0...1.
    package mutating func change(_ share: Double, at time: MediaTime) {
        let seconds = changedAt.map { min((time - $0).inSeconds, 10) } ?? 1
        changedAt = time
        // What began goes on a little below what it takes to begin: pictures are compared at shorter distances then.
        let isUnusual = changes.isUnusual(share, ratio: isActive(time) ? 1.2 : 2, least: 0.005)
        // A usual level of neighbours half a second apart would make keyframes two seconds apart unusual.
        if !isActive(time) || isUnusual { changes.learn(share, over: seconds, isUnusual: isUnusual) }
        if isUnusual { ask(at: time) }
    }

    /// An algorithm wants to see every picture.
    package mutating func ask(at time: MediaTime) { until = time + Self.lasting }

    /// The stream does not go on where it was.
    package mutating func cut() { (windowStart, changedAt, until) = (nil, nil, nil) }

    private mutating func judgeSizes(_ mean: Double, over seconds: Double, at time: MediaTime) {
        let isUnusual = sizes.isUnusual(mean, ratio: 1.25, least: 200)
        sizes.learn(mean, over: seconds, isUnusual: isUnusual)
        if isUnusual { ask(at: time) }
    }
}
