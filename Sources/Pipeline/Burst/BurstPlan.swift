import Media

/// The part of a decode plan that follows `burst`: keyframes alone while nothing happens; when something does, the
/// packets since the last keyframe, and every one that comes while it lasts.
struct BurstPlan<Packet> {
    /// A group of pictures that is longer is not kept: the next keyframe begins anew.
    private static var mostBytes: Int { 4_000_000 }

    private var trigger = BurstTrigger()
    private var pace = KeyframePace()
    /// Packets since the keyframe, which is the first; empty when some are missing.
    private var held: [Packet] = []
    private var heldBytes = 0
    private(set) var isBursting = false
    private var looked: MediaTime?

    mutating func take(
        _ packet: Packet, time: MediaTime, isKeyframe: Bool, bytes: Int
    ) -> [DecodePlan<Packet>.Step] {
        if !isKeyframe { trigger.packet(bytes: bytes, at: time) }
        var steps: [DecodePlan<Packet>.Step] = []
        if isBursting {
            if trigger.isActive(time) { return [.decode(packet)] }
            isBursting = false
            steps = [.drain, .rest]
        }
        if isKeyframe {
            (held, heldBytes) = ([packet], bytes)
            return pace.isDue(time) ? steps + [.decodeAlone(packet)] : steps
        }
        guard !held.isEmpty else { return steps }
        held.append(packet)
        heldBytes += bytes
        if trigger.isActive(time) {
            isBursting = true
            steps += [.reset] + held.map { .decode($0) }
        } else if heldBytes <= Self.mostBytes {
            return steps
        }
        held.removeAll()
        return steps
    }

    /// The keyframe that a burst begins with was looked at already.
    mutating func isDue(_ time: MediaTime) -> Bool {
        if let looked, time <= looked { return false }
        looked = time
        return true
    }

    mutating func heed(change: Double?, asked: Bool, at time: MediaTime) {
        if let change { trigger.change(change, at: time) }
        if asked { trigger.ask(at: time) }
    }

    mutating func cut() -> [DecodePlan<Packet>.Step] {
        let steps = end()
        held.removeAll()
        trigger.cut()
        looked = nil
        return steps
    }

    mutating func end() -> [DecodePlan<Packet>.Step] {
        guard isBursting else { return [] }
        isBursting = false
        return [.drain, .rest]
    }
}
