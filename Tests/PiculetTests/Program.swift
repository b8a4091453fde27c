import Foundation
import TestSupport

/// Runs the built program, as a person would.
enum Program {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String

        var lines: [[String: Any]] {
            output.split(separator: "\n").compactMap {
                try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
            }
        }

        func lines(_ type: String) -> [[String: Any]] { lines.filter { $0["type"] as? String == type } }

        /// The lines without what a clock decides.
        var timeless: [String] {
            output.split(separator: "\n").map {
                String($0.replacing(/"(wall_s|cpu_s)":[0-9.e-]+/, with: ""))
            }
        }
    }

    /// The repository.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Beside the test bundle that runs now.
    static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "piculet").path

    /// Networks are on: OpenVINO is where `make deps` puts it.
    static let seeing = ["PICULET_OPENVINO": root.appending(path: ".build/openvino/libs").path]
    static let canSee =
        FileManager.default.fileExists(atPath: root.appending(path: ".build/openvino/libs").path)
        && ["street", "water", "muck"].allSatisfy {
            FileManager.default.fileExists(atPath: root.appending(path: "models/networks/lite0-\($0)/made").path)
        }

    /// - Parameter environment: beside what this process has; English is spoken and the scene is all that is seen unless it
    ///   says otherwise.
    static func start(
        _ executable: String = path, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> (Process, URL, URL) {
        let folder = try TemporaryFolder.make()
        let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging([
            "LC_ALL": "en_US.UTF-8", "PICULET_OPENVINO": "",
        ]) { $1 }
        .merging(environment) { $1 }
        process.currentDirectoryURL = root
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, output, errors)
    }

    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        try run(path, arguments, environment: environment)
    }

    static func run(
        _ executable: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Outcome {
        let (process, output, errors) = try start(executable, arguments, environment: environment)
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    static func ffmpeg(_ arguments: [String]) throws {
        let outcome = try run("/usr/bin/env", ["ffmpeg", "-v", "error", "-y"] + arguments)
        if outcome.status != 0 { throw Failure(text: "ffmpeg: \(outcome.errors)") }
    }

    /// How many pictures FFmpeg's own tool counts.
    static func countedPictures(_ path: String) throws -> Int? {
        let outcome = try run(
            "/usr/bin/env",
            [
                "ffprobe", "-v", "error", "-select_streams", "v:0", "-count_frames", "-show_entries",
                "stream=nb_read_frames", "-of", "csv=p=0", path,
            ])
        return outcome.output.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
    }

    struct Failure: Error { let text: String }
}
