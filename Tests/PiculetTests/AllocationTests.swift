import Foundation
import TestSupport
import Testing

/// Heap allocations, counted by a library that is preloaded into the programs (benchmarks/AllocationCounter).
@Suite struct AllocationTests {
    private static let folder = URL(fileURLWithPath: Program.path).deletingLastPathComponent()
    private static let counter = folder.appending(path: "libAllocationCounter.so").path

    #if DEBUG
        private static let isRelease = false
    #else
        private static let isRelease = true
    #endif

    private func run(_ program: String, _ arguments: [String], countedIn file: String? = nil) throws -> String {
        let process = Process()
        process.executableURL = Self.folder.appending(path: program)
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["LD_PRELOAD"] = Self.counter
        environment["PICULET_ALLOCATIONS"] = file
        // What OpenVINO allocates is its own affair.
        environment["PICULET_OPENVINO"] = ""
        process.environment = environment
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
        try process.run()
        let told = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(program) \(arguments)")
        return String(decoding: told, as: UTF8.self)
    }

    @Test(.enabled(if: isRelease, "a debug build allocates as it likes"), arguments: ["stall", "crowd", "passers"])
    func `from picture to observation nothing is allocated once all is warm`(sample: String) throws {
        let told = try run("Meter", ["allocations", Program.root.appending(path: "samples/\(sample).mp4").path])
        let figures = try #require(JSONSerialization.jsonObject(with: Data(told.utf8)) as? [String: Int])
        // The control: an allocation of its own is counted.
        #expect(figures["control"] == 1)
        #expect(try #require(figures["looks"]) > 300 && #require(figures["looks_that_found"]) > 100)
        #expect(figures["allocations"] == 0)
    }

    @Test(.enabled(if: isRelease, "a debug build allocates as it likes"))
    func `a replay allocates at most ten times a look more than reading and decoding alone`() throws {
        let whole = Program.root.appending(path: "samples/passers.mp4").path
        let folder = try TemporaryFolder.make()
        let half = folder.appending(path: "half.mp4").path
        let ffmpeg = Process()
        ffmpeg.executableURL = URL(fileURLWithPath: "/usr/bin/ffmpeg")
        ffmpeg.arguments = ["-v", "error", "-t", "30", "-i", whole, "-c", "copy", half]
        try ffmpeg.run()
        ffmpeg.waitUntilExit()
        func count(_ program: String, _ arguments: [String]) throws -> Int {
            let file = folder.appending(path: "count").path
            _ = try run(program, arguments, countedIn: file)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            return try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        }
        // What the second half of the film adds: start and end fall out.
        let configuration = Program.root.appending(path: "samples/piculet.yaml").path
        func replay(_ film: String) throws -> Int {
            // Threads that Dispatch starts or not come on top: the least of three is the replay's own.
            let arguments = ["replay", film, "--config", configuration, "--camera", "passers", "--decode", "full"]
            return try (0..<3).map { _ in try count("piculet", arguments) }.min() ?? 0
        }
        let ours = try replay(whole) - replay(half)
        let least = try count("DecodeLoop", [whole]) - count("DecodeLoop", [half])
        let looks = 750 - 375
        #expect(least > 10 * looks, "FFmpeg itself allocates for each picture")
        #expect(Double(ours - least) / Double(looks) <= 10, "\(Double(ours - least) / Double(looks)) a look")
    }
}
