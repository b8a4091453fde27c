import ArgumentParser
import Foundation
import Phrases

/// The program: its language first, for everything is said in it.
@main
enum Program {
    static func main() {
        do { Piculet.main(try Speech.arguments()) } catch { Piculet.exit(withError: error) }
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
            CheckCommand.self,
            CaseCommand.self, GridCommand.self, AccuracyCommand.self, LabelsCommand.self,
        ])
}

/// Exit statuses of the design; 64, wrong usage, is ArgumentParser's own.
enum Status {
    static let workFailed: Int32 = 1
    static let wrongConfiguration: Int32 = 78
}
