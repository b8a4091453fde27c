import Media

/// Decides which packets of a live stream go to the decoder. A live stream does not wait: what finds no room is
/// dropped, and what cannot be decoded without it.
package struct LiveGate: Sendable {
    package enum Decision: Hashable, Sendable {
        case pass
        /// The policy does not want it.
        case leaveOut
        /// The machine cannot keep up, and this group is left out so that livelier cameras are looked at in time.
        case thin
        /// There was no room for it, or for one that it needs.
        case drop
    }

    private let policy: DecodePolicy
    private var waitsForKeyframe = false
    private var pace = KeyframePace()
    private var groups = 0
    private var isThinned = false

    package init(_ policy: DecodePolicy) { self.policy = policy }

    /// A looped source begins anew: its first keyframe follows the last as closely as it likes.
    package mutating func cut() { pace = KeyframePace() }

    /// - Parameters:
    ///   - stride: of how many groups of pictures one is wanted; 1: each.
    ///   - hasRoom: asked only for what is wanted; a yes takes the room.
    package mutating func decide(
        isKeyframe: Bool, time: MediaTime, stride: Int = 1, hasRoom: () -> Bool
    ) -> Decision {
        if isKeyframe {
            isThinned = groups % stride != 0
            groups += 1
        }
        if isThinned { return .thin }
        if policy == .keyframes, !isKeyframe || !pace.isDue(time) { return .leaveOut }
        if waitsForKeyframe, !isKeyframe { return .drop }
        guard hasRoom() else {
            waitsForKeyframe = true
            return .drop
        }
        waitsForKeyframe = false
        return .pass
    }
}
