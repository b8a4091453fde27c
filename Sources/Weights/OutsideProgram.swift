import Foundation

/// A program of the system that does what none of ours needs to: `curl` speaks HTTPS.
package struct OutsideProgram: Sendable {
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: String
        package let errors: String
    }

    let name: String

    package init(_ name: String) { self.name = name }

    /// Waits for its end. Arguments are given as they are: no shell reads them.
    ///
    /// - Throws: it is not installed.
    package func run(_ arguments: [String]) throws(WeightFault) -> Outcome {
        guard let path = Self.path(of: name) else { throw WeightFault(WeightWords.noProgram(name)) }
        let (process, output, errors) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        (process.standardOutput, process.standardError, process.standardInput) = (output, errors, FileHandle.nullDevice)
        do { try process.run() } catch { throw WeightFault(WeightWords.noProgram(name)) }
        // It says a few lines at most, which a pipe holds.
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self))
    }

    private static func path(of name: String) -> String? {
        let places = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(
            separator: ":")
        return places.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
