import ArgumentParser
import CaseCommands
import Phrases
import Speaking

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
