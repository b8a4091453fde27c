import CityAlgorithms
import Foundation
import Media
import Pipeline

/// What algorithms saw at each look, one JSON object a line: what `--trace` writes, to be looked at and compared.
package final class TraceFile {
    private let path: String
    private let handle: FileHandle

    /// - Throws: `ReplayError` when the file cannot be made.
    package init(_ path: String) throws(ReplayError) {
        self.path = path
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw .noTrace(path) }
        self.handle = handle
    }

    /// Writes the looks of one video behind those of others.
    ///
    /// - Throws: `ReplayError` when the file cannot be written.
    package func append(_ looks: [TracedLook], camera: String) throws(ReplayError) {
        let lines = looks.map { Self.line($0, camera: camera) + "\n" }.joined()
        do { try handle.write(contentsOf: Data(lines.utf8)) } catch { throw .noTrace(path) }
    }

    package static func line(_ look: TracedLook, camera: String) -> String {
        JSONLine([
            "type": .text("look"), "camera": .text(camera), "algorithm": .text(look.algorithm),
            "zone": .text(look.zone), "media_s": .number(look.at.seconds), "measure": .number(look.measure),
            "lasting_s": look.lasting.map { .number($0.inSeconds) } ?? .null,
            "outcomes": .texts(look.outcomes.map(\.name)), "observations": .objects(look.observations.map(object)),
        ]).text
    }

    private static func object(_ observation: Observation) -> JSONLine {
        let box = observation.box
        return JSONLine([
            "since_media_s": .number(observation.since.seconds), "measure": .number(observation.measure),
            "score": .number(observation.score), "box": .numbers([box.x, box.y, box.width, box.height]),
        ])
    }
}

extension HitRule.Outcome {
    /// As a trace has it.
    fileprivate var name: String {
        switch self {
        case .hit: "hit"
        case .sustained: "sustained"
        case .permitted: "permitted"
        case .ended: "ended"
        }
    }
}
