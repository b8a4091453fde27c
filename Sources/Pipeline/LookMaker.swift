import FrameKernels
import Media
import Scene

/// Makes looks of one camera's pictures, live or replayed: decides which are due, shrinks them, has them judged, and tells
/// the plan what they showed. Belongs to the decode worker's queue.
struct LookMaker {
    var plan: DecodePlan<any EncodedPacket>
    private var searches = SearchPace()
    private var changes = ChangeMeter()
    private let pool: PicturePool

    init(_ policy: DecodePolicy, pool: PicturePool) {
        plan = DecodePlan(policy)
        self.pool = pool
    }

    /// Begins anew with a connection's first packet.
    ///
    /// - Parameter due: when the first look is due.
    mutating func begin(_ policy: DecodePolicy, due: MediaTime) {
        plan = DecodePlan(policy, due: due)
        forgetPictures()
    }

    /// What comes next does not continue what was before, and is not compared with it.
    mutating func forgetPictures() { changes.cut() }

    /// Takes a decoded picture; most are no look.
    ///
    /// - Parameter judge: returns whether an algorithm asks for every picture. It is waited for: under `burst` it says what
    ///   is decoded next, and a picture is judged while it is still in the processor's caches.
    /// - Throws: when the picture could not be shrunk; then it is not judged.
    mutating func take(
        _ picture: any OriginalPicture, from decoder: any PictureDecoder,
        judge: (AnalysisPicture, LookDepth) -> Bool
    ) throws {
        guard plan.isDue(picture.time) else { return }
        let size = picture.analysisSize
        // Nothing can be seen in a picture smaller than two tiles.
        guard size.width >= 16, size.height >= 16 else { return }
        let seen = pool.take(width: size.width, height: size.height)
        defer { pool.give(seen) }
        let depth = try decoder.shrink(picture, into: seen, isThorough: searches.isDue(picture.time))
        let asked = judge(seen, depth)
        guard plan.heedsLooks else { return }
        plan.heed(change: changes.take(seen.luma, at: picture.time), asked: asked, at: picture.time)
    }
}
