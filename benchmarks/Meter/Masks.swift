import Foundation
import FrameKernels
import Media
import Scene
import Video

/// Writes the foreground of each searched picture as a PGM file named by the picture's number, at the analysis size.
enum Masks {
    /// - Parameter every: seconds between searches, at least; 0: every picture.
    static func write(of video: String, into folder: String, every seconds: Double) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = try VideoFile(path: video)
        let decoder = try StreamDecoder(file.format)
        let shrinker = PictureShrinker()
        var parts: (scene: Scene, scratch: SceneScratch, seen: AnalysisPicture)?
        var (number, searched) = (0, -1e9)
        func look(_ frame: Frame) {
            defer { number += 1 }
            let size = PictureShrinker.size(of: frame)
            let (scene, scratch, seen) =
                parts ?? (
                    Scene(width: size.width, height: size.height, personScale: .streetCamera, ignoring: []),
                    SceneScratch(width: size.width, height: size.height),
                    AnalysisPicture(width: size.width, height: size.height)
                )
            parts = (scene, scratch, seen)
            let isThorough = frame.time.seconds - searched >= seconds - 0.002
            if isThorough { searched = frame.time.seconds }
            guard let hasColour = try? shrinker.shrink(frame, into: seen, withColour: isThorough) else { return }
            let depth: LookDepth = isThorough ? hasColour ? .colour : .levels : .motion
            guard scene.see(seen, depth, at: frame.time, with: scratch) != nil else { return }
            var bytes = Data("P5\n\(size.width) \(size.height)\n255\n".utf8)
            scratch.foreground.withMemory { bytes.append(contentsOf: $0) }
            let name = String(format: "%06d.pgm", number)
            try? bytes.write(to: URL(fileURLWithPath: folder).appending(path: name))
        }
        while let packet = file.nextPacket() { decoder.decode(packet, look) }
        decoder.drain(look)
    }
}
