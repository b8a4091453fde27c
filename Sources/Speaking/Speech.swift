import ArgumentParser
import Foundation
import Media
import Phrases

/// In which language this run of the program speaks: `--lang zh|en` anywhere in the command line, else what the environment
/// says, else Chinese.
package enum Speech {
    private static let choice = LanguageChoice(
        arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)

    package static var language: Language { choice.language }

    /// The command line without the choice of a language.
    ///
    /// - Throws: where the choice is none.
    package static func arguments() throws -> [String] {
        if let wrong = choice.wrong { throw wrongUsage(CommandWords.unknownLanguage(wrong)) }
        return choice.rest
    }
}

/// Says a sentence on standard output.
package func say(_ words: Words) { say(line: words[Speech.language]) }

/// Says one line on standard output. Whatever stands in it stays on that line and steers no terminal.
package func say(line: String) { print(line.shownSafely) }

/// Says the cells of a table's row: a tab between them, and none in them.
package func say(row: [String]) { print(row.map(\.shownSafely).joined(separator: "\t")) }

/// Says a sentence on standard error, after the program's name.
package func warn(_ words: Words) {
    FileHandle.standardError.write(Data("piculet: \(words[Speech.language].shownSafely)\n".utf8))
}

/// Ends a command with a message on standard error and a status of the design: 1 work failed, 78 wrong configuration.
///
/// - Parameter more: lines below the message.
package func fail(_ words: Words, more: [Words] = [], status: Int32 = Status.workFailed) -> ExitCode {
    warn(words)
    for line in more { FileHandle.standardError.write(Data("\(line[Speech.language].shownSafely)\n".utf8)) }
    return ExitCode(status)
}

/// Ends a command with what an error says of itself.
package func fail(_ error: any Error) -> ExitCode { fail((error as? any Worded)?.words ?? Words(name: "\(error)")) }

/// Refuses a command line: the status is 64.
package func wrongUsage(_ words: Words) -> ValidationError { ValidationError(words[Speech.language].shownSafely) }

extension Words {
    /// What `--help` says of an option.
    package var help: ArgumentHelp { ArgumentHelp(stringLiteral: self[Speech.language]) }
}
