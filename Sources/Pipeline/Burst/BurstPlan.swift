import Media

/// The part of a decode plan that follows `burst`: keyframes alone while nothing happens; when something does, the
/// packets since the last keyframe, and every one that comes while it lasts.
struct BurstPlan<Packet> {
    /// A group of pictures that is longer is not kept: the next keyframe begins anew.
    private static var mostHeld: Int { 4_000_000 }

    private var trigger = BurstTrigger()
    private var pace = KeyframePace()
    /// Packets since the keyframe, which is the first; empty when some are missing.
    private var held = HeldPackets<Packet>(mostBytes: mostHeld)
    /// How many packets were given up because their group became too long to be held.
    private(set) var givenUp = 0
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
            held.removeAll()
            givenUp += held.append(packet, bytes: bytes)
            return pace.isDue(time) ? steps + [.decodeAlone(packet)] : steps
        }
        guard !held.isEmpty else { return steps }
        guard trigger.isActive(time) else {
            givenUp += held.append(packet, bytes: bytes)
            return steps
        }
        isBursting = true
        steps += [.reset] + held.packets.map { .decode($0) } + [.decode(packet)]
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
