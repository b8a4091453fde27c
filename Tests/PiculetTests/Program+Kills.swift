import Foundation
import Testing

extension Program {
    /// Runs a program again and again to its end, and kills it at random moments of its life while there are kills left.
    ///
    /// - Parameters:
    ///   - moments: milliseconds of its life.
    ///   - name: of what is run, for who reads a failure.
    /// - Returns: how often it was killed.
    static func run(
        _ executable: String, _ arguments: [String], killingAtMost kills: Int, in moments: ClosedRange<Int>,
        using random: inout some RandomNumberGenerator, name: String
    ) throws -> Int {
        var killed = 0
        while true {
            let (process, _, errors) = try start(executable, arguments)
            let moment = Duration.milliseconds(Int.random(in: moments, using: &random))
            let began = ContinuousClock.now
            while process.isRunning, killed >= kills || ContinuousClock.now - began < moment { usleep(500) }
            if process.isRunning {
                kill(process.processIdentifier, SIGKILL)
                killed += 1
            }
            process.waitUntilExit()
            guard process.terminationReason == .exit else { continue }
            let words = try String(contentsOf: errors, encoding: .utf8)
            #expect(process.terminationStatus == 0, "\(name): \(words)")
            return killed
        }
    }
}
