import ArgumentParser
import CaseCommands
import Foundation
import PackCommands
import Phrases
import Speaking

/// The program: its language first, for everything is said in it.
@main
enum Program {
    static func main() {
        do {
            var command = try Piculet.parseAsRoot(try Speech.arguments())
            do { try command.run() } catch let error as ValidationError { refuse(error, type(of: command)) }
        } catch { Piculet.exit(withError: error) }
    }

    /// As ArgumentParser refuses what it finds wrong itself: with the usage of the command that was asked for. Of an error
    /// that comes from running it, it would show the program's.
    private static func refuse(_ error: ValidationError, _ command: any ParsableCommand.Type) -> Never {
        let usage = Piculet.usageString(for: command)
        let name = usage.split(separator: " ").prefix { !$0.hasPrefix("<") && !$0.hasPrefix("[") && !$0.hasPrefix("-") }
        let text = """
            Error: \(error.message)
            Usage: \(usage.replacing("\n", with: "\n       "))
              See '\(name.joined(separator: " ")) --help' for more information.

            """
        FileHandle.standardError.write(Data(text.utf8))
        Piculet.exit(withError: ExitCode.validationFailure)
    }
}

/// The city woodpecker: footage in, owned and clocked cases out.
struct Piculet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "piculet",
        abstract: HelpWords.program[Speech.language],
        discussion: HelpWords.language[Speech.language],
        subcommands: [
            RunCommand.self, ReloadCommand.self, ReplayCommand.self, ScoreCommand.self, TuneCommand.self,
            CalibrateCommand.self,
            CheckCommand.self,
            CaseCommand.self, GridCommand.self, AccuracyCommand.self, LabelsCommand.self, PackCommand.self,
            ModelCommand.self,
        ])
}
