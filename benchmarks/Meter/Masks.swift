import Foundation
import Video

/// Writes the foreground of each picture as a PGM file named by the picture's number, at the analysis size.
enum Masks {
    static func write(of video: String, into folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = try VideoFile(path: video)
        let decoder = try StreamDecoder(file.format)
        let looker = SceneLooker(searchesAlways: true)
        var number = 0
        func look(_ frame: Frame) {
            defer { number += 1 }
            guard let foreground = looker.look(frame)?.foreground else { return }
            var bytes = Data("P5\n\(foreground.width) \(foreground.height)\n255\n".utf8)
            foreground.withMemory { bytes.append(contentsOf: $0) }
            let name = String(format: "%06d.pgm", number)
            try? bytes.write(to: URL(fileURLWithPath: folder).appending(path: name))
        }
        while let packet = file.nextPacket() { decoder.decode(packet, look) }
        decoder.drain(look)
    }
}
