import Foundation
import TestSupport
import Testing
import Watching

@Suite struct CrashMarksTests {
    private static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "CrashingProgram")

    /// Two cameras are read and two are decoded while one thread crashes.
    @Test(
        arguments: [
            ("reader", ["read-2"]), ("worker", ["decoded-2"]), ("other", ["decoded-1", "decoded-2"]),
        ] as [(String, Set<String>)])
    func `a crash is put down to the camera whose thread it came to`(thread: String, cameras: Set<String>) throws {
        let folder = try TemporaryFolder.make()
        let process = Process()
        process.executableURL = Self.program
        process.arguments = [folder.appending(path: "decoding").path, thread]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGSEGV)
        #expect(CrashMarks(besides: folder.appending(path: "piculet.sqlite").path).guilty() == cameras)
    }

    @Test func `a process that was killed blames nobody`() throws {
        let folder = try TemporaryFolder.make()
        let store = folder.appending(path: "piculet.sqlite").path
        let process = Process()
        process.executableURL = Self.program
        process.arguments = [folder.appending(path: "decoding").path, "nobody-crashes"]
        try process.run()
        let marks = folder.appending(path: "decoding")
        // It says nothing when it is ready, but its marks can be read.
        while process.isRunning, (try? Data(contentsOf: marks))?.firstRange(of: Data("decoded-2".utf8)) == nil {}
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(CrashMarks(besides: store).guilty() == nil)
    }
}
