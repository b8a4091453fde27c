import Media

/// Decides which packets are decoded and which pictures are looked at, by the policy. Knows no decoder.
package struct DecodePlan<Packet> {
    package enum Step {
        case decode(Packet)
        case decodeAlone(Packet)
        /// Take what the decoder holds back: pictures of it may still be due.
        case drain
        /// Packets were left out: forget what came before.
        case reset
        /// Nothing is decoded in order for a while: give its memory back.
        case rest
    }

    /// A group of 12 s at 10 Mbit/s. Of a longer one only the keyframe is looked at, if it comes when a look is due.
    private static var mostHeld: Int { 16_000_000 }

    private let policy: DecodePolicy
    private var due: MediaTime
    private var pace = KeyframePace()
    private var burst = BurstPlan<Packet>()
    /// Packets since the last decoded one, or since the keyframe.
    private var held = HeldPackets<Packet>(mostBytes: mostHeld)
    /// The group became too long to be held: it cannot be decoded any more.
    private var isGivenUp = false
    private var givenUpHere = 0
    /// Packets were left out between what was decoded last and what is held.
    private var skipped = false
    /// A picture is due and its packets went to the decoder, but it did not come yet.
    private var awaiting = false

    /// - Parameter due: when the first look is due.
    package init(_ policy: DecodePolicy, due: MediaTime = .zero) { (self.policy, self.due) = (policy, due) }

    package mutating func take(_ packet: Packet, time: MediaTime, isKeyframe: Bool, bytes: Int) -> [Step] {
        switch policy {
        case .full: return [.decode(packet)]
        case .keyframes: return isKeyframe && pace.isDue(time) ? [.decodeAlone(packet)] : []
        case .every: return takeDue(packet, time: time, isKeyframe: isKeyframe, bytes: bytes)
        case .burst: return burst.take(packet, time: time, isKeyframe: isKeyframe, bytes: bytes)
        }
    }

    /// How many packets were given up because their group became too long to be held.
    package var givenUp: Int { givenUpHere + burst.givenUp }

    private mutating func takeDue(_ packet: Packet, time: MediaTime, isKeyframe: Bool, bytes: Int) -> [Step] {
        var steps: [Step] = []
        if isKeyframe {
            if awaiting {
                steps.append(.drain)
            } else if !held.isEmpty || isGivenUp {
                held.removeAll()
                skipped = true
            }
            isGivenUp = false
        }
        if isGivenUp {
            givenUpHere += 1
            return steps
        }
        guard time >= due || awaiting else {
            let lost = held.append(packet, bytes: bytes)
            givenUpHere += lost
            isGivenUp = lost > 0
            return steps
        }
        if skipped {
            steps.append(.reset)
            skipped = false
        }
        steps += held.packets.map { .decode($0) } + [.decode(packet)]
        held.removeAll()
        awaiting = true
        return steps
    }

    /// Whether a decoded picture is to be looked at; the next one is then due an interval later.
    package mutating func isDue(_ time: MediaTime) -> Bool {
        if policy == .burst { return burst.isDue(time) }
        guard case .every(let interval) = policy else { return true }
        guard time >= due else { return false }
        awaiting = false
        let missed = (time - due).wholeMicroseconds / interval.wholeMicroseconds
        due = due + .microseconds((missed + 1) * interval.wholeMicroseconds)
        return true
    }

    /// Whether it wants to know what a look showed (`heed`).
    package var heedsLooks: Bool { policy == .burst }

    /// Whether something moves there and every picture is decoded.
    package var isBursting: Bool { policy == .burst && burst.isBursting }

    /// Takes what a look showed: how much changed since one half a second or more before, if that was measured, and
    /// whether an algorithm asks for every picture.
    package mutating func heed(change: Double?, asked: Bool, at time: MediaTime) {
        burst.heed(change: change, asked: asked, at: time)
    }

    /// The stream does not go on where it was: what was held is left out.
    package mutating func cut() -> [Step] {
        pace = KeyframePace()
        if policy == .burst { return burst.cut() }
        let steps = end()
        held.removeAll()
        (awaiting, isGivenUp) = (false, false)
        skipped = true
        return steps
    }

    package mutating func end() -> [Step] {
        switch policy {
        case .keyframes: []
        case .full: [.drain]
        case .every: awaiting ? [.drain] : []
        case .burst: burst.end()
        }
    }
}
