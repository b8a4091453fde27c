/// A keyframe that was decoded alone: at once as a draft, and wholly when somebody wants to keep it.
///
/// A draft lacks the smoothing of its blocks' edges (the loop filter), a fifth of a keyframe's work. Scenes see a fourth
/// of its size and do not miss it; nothing is predicted from it, so no other picture is the worse for it.
package final class Keyframe: @unchecked Sendable {
    // Sendable: belongs to the queue of its decoder, like the decoder itself.
    package let draft: Frame
    /// As its encoder meant it, for people; the draft where that fails. While the decoder's queue waits or on it.
    package private(set) lazy var whole: Frame = decodeWholly() ?? draft
    private let decodeWholly: () -> Frame?

    init(_ draft: Frame, wholly: @escaping () -> Frame?) { (self.draft, decodeWholly) = (draft, wholly) }
}
