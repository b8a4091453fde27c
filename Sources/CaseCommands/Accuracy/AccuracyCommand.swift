import ArgumentParser
import Cases
import Foundation
import Media
import Phrases
import Speaking
import Store

/// `piculet accuracy`: how often algorithms were right in the street, and what follows from it.
package struct AccuracyCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "accuracy", abstract: AccuracyWords.command[Speech.language],
        discussion: HelpWords.example("piculet accuracy --since 30d --by camera --store data/piculet.sqlite")[
            Speech.language],
        subcommands: [AccuracyShow.self, AccuracyModes.self, AccuracyMode.self], defaultSubcommand: AccuracyShow.self)

    package init() {}
}

/// Since when hits count: a day, or a time ago.
enum Since {
    case day(CalendarDate)
    case ago(Duration)

    static let month = Since.ago(.seconds(30 * 86400))

    /// - Returns: nil where none was given.
    static func read(_ text: String?) throws -> Since? {
        guard let text else { return nil }
        if let day = CalendarDate(text) { return .day(day) }
        guard let time = Duration(configured: text) else { throw wrongUsage(AccuracyWords.noSince(text)) }
        return .ago(time)
    }

    func moment(before now: WallTime, in zone: TimeZone) -> WallTime {
        switch self {
        case .day(let day): day.moment(minute: 0, in: zone)
        case .ago(let time): now + (.zero - time)
        }
    }
}

extension FieldAccuracy.Division: ExpressibleByArgument {}
extension CaseVerdict: ExpressibleByArgument {}
