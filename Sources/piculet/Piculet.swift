import ArgumentParser
import Foundation

/// The city woodpecker: footage in, owned and clocked cases out.
@main
struct Piculet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "piculet",
        abstract: "城市啄木鸟 · Street cameras in, owned and clocked cases out.",
        subcommands: [
            RunCommand.self, ReloadCommand.self, ReplayCommand.self, CheckCommand.self, CaseCommand.self,
            GridCommand.self,
        ])
}

/// Ends a command with a message on standard error and a status of the design: 1 work failed, 78 wrong configuration.
func fail(_ message: String, status: Int32 = 1) -> ExitCode {
    FileHandle.standardError.write(Data("piculet: \(message)\n".utf8))
    return ExitCode(status)
}

/// Exit statuses of the design; 64, wrong usage, is ArgumentParser's own.
enum Status {
    static let workFailed: Int32 = 1
    static let wrongConfiguration: Int32 = 78
}
