import Foundation
import Media
import Video

/// Tells what stands still at each search of a video: one JSON object a line, `{"at": seconds, "still": [[x, y, width,
/// height, since], ...]}`, boxes 0...1 of the picture.
enum Still {
    /// - Parameter policy: `full`, `keyframes`, or seconds between looks.
    static func tell(of video: String, policy: String) throws {
        let file = try VideoFile(path: video)
        let looker = SceneLooker()
        func look(_ frame: Frame) {
            guard let found = looker.look(frame)?.found else { return }
            let regions = found.still.map { region in
                let numbers = [region.box.x, region.box.y, region.box.width, region.box.height, region.since.seconds]
                return "[" + numbers.map { String(format: "%.4f", $0) }.joined(separator: ", ") + "]"
            }
            print(
                "{\"at\": \(String(format: "%.3f", frame.time.seconds)), \"still\": [\(regions.joined(separator: ", "))]}"
            )
        }
        if policy == "keyframes" {
            let decoder = KeyframeDecoder()
            let source = try KeyframeDecoder.Source(file.format)
            while let packet = file.nextPacket() {
                if packet.isKeyframe, let keyframe = decoder.decode(packet, of: source) { look(keyframe.draft) }
            }
            return
        }
        let interval = Double(policy) ?? 0
        var due = 0.0
        let decoder = try StreamDecoder(file.format)
        func lookWhenDue(_ frame: Frame) {
            guard frame.time.seconds >= due - 0.001 else { return }
            due = interval > 0 ? (frame.time.seconds / interval).rounded(.down) * interval + interval : 0
            look(frame)
        }
        while let packet = file.nextPacket() { decoder.decode(packet, lookWhenDue) }
        decoder.drain(lookWhenDue)
    }
}
