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

    private let policy: DecodePolicy
    private var due: MediaTime
    private var pace = KeyframePace()
    private var burst = BurstPlan<Packet>()
    /// Packets since the last decoded one, or since the keyframe.
    private var held: [Packet] = []
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
        case .every: return takeDue(packet, time: time, isKeyframe: isKeyframe)
        case .burst: return burst.take(packet, time: time, isKeyframe: isKeyframe, bytes: bytes)
        }
    }

    private mutating func takeDue(_ packet: Packet, time: MediaTime, isKeyframe: Bool) -> [Step] {
        var steps: [Step] = []
        if isKeyframe {
            if awaiting {
                steps.append(.drain)
            } else if !held.isEmpty {
                held.removeAll()
                skipped = true
            }
        }
        held.append(packet)
        guard time >= due || awaiting else { return steps }
        if skipped {
            steps.append(.reset)
            skipped = false
        }
        steps += held.map { .decode($0) }
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
        awaiting = false
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
