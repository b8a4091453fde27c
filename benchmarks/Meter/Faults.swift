import Foundation
import FrameKernels
import Media
import Pipeline
import Video

/// Tells each picture fault that a video's pictures, looked at once a second, show: when it begins and ends, in seconds of
/// media, without the time for which it must last before an operator is told.
enum Faults {
    static func tell(of video: String) throws {
        let file = try VideoFile(path: video)
        let decoder = try StreamDecoder(file.format)
        let shrinker = PictureShrinker()
        var check = PictureCheck(ignoring: [])
        var looked = -1e9
        var lasting: Set<PictureFault> = []
        var seen: AnalysisPicture?
        func look(_ frame: Frame) {
            guard frame.time.seconds - looked >= 0.99 else { return }
            looked = frame.time.seconds
            let size = PictureShrinker.size(of: frame)
            let picture = seen ?? AnalysisPicture(width: size.width, height: size.height)
            seen = picture
            guard (try? shrinker.shrink(frame, into: picture, withColour: false)) != nil else { return }
            let now = MonotonicInstant(nanoseconds: frame.time.microseconds * 1000)
            let faults = Set(check.take(picture.luma, at: now).since.keys)
            for fault in faults.symmetricDifference(lasting).sorted(by: { "\($0)" < "\($1)" }) {
                print(String(format: "%7.1f %@ %@", looked, "\(fault)", faults.contains(fault) ? "begins" : "ends"))
            }
            lasting = faults
        }
        while let packet = file.nextPacket() { decoder.decode(packet, look) }
        decoder.drain(look)
    }
}
