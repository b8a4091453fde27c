import ArgumentParser
import CaseBook
import Cases
import CityAlgorithms
import Foundation
import Media
import Phrases
import Speaking
import Store

/// `piculet accuracy`: the table of figures.
struct AccuracyShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: AccuracyWords.show[Speech.language],
        discussion: HelpWords.discussion(
            "piculet accuracy --by week --format json --store data/piculet.sqlite", AccuracyWords.formula)[
                Speech.language])

    /// A trend that a person reads.
    private static let weeksShown = 6

    @Option(help: AccuracyWords.since.help) var since: String?
    @Option(help: AccuracyWords.by.help) var by = FieldAccuracy.Division.algorithm
    @Option(help: AccuracyWords.format.help) var format = "text"
    @OptionGroup var place: CaseCommand.Place

    func run() throws {
        guard ["text", "json"].contains(format) else { throw wrongUsage(AccuracyWords.noFormat(format)) }
        let since = try Since.read(since) ?? .month
        let desk = try place.open()
        let from = since.moment(before: WallTime(Date()), in: desk.zone)
        let hits = try CaseCommand.asking { () throws(StoreError) in try desk.store.hits(HitQuery(from: from)) }
        let accuracy = FieldAccuracy(hits, by: by, in: desk.zone)
        if format == "json" { return try sayJSON(AccuracyDocument(accuracy, since: from, in: desk.zone)) }
        say(row: AccuracyWords.columns.map { $0[Speech.language] })
        for line in accuracy.lines { say(row: cells(line, name(of: line.key))) }
        say(row: cells(accuracy.total, AccuracyWords.total[Speech.language]))
        say(AccuracyWords.formula)
    }

    private func name(of key: String) -> String {
        switch by {
        case .algorithm: "\(Known.algorithms.name(of: key)[Speech.language]) (\(key))"
        case .grid: key.isEmpty ? AccuracyWords.noGrid[Speech.language] : key
        case .camera, .week: key
        }
    }

    private func cells(_ line: FieldAccuracy.Line, _ name: String) -> [String] {
        let tally = line.tally
        let share = tally.reviewedShare.map { " (\(Tally.percent($0)) %)" } ?? ""
        let weeks = line.weeks.compactMap(\.tally.precision).suffix(Self.weeksShown).map { Tally.percent($0) }
        let isDecided = tally.precision != nil
        return [name, "\(tally.hits)", "\(tally.reviewed)\(share)"]
            + CaseVerdict.allCases.map { "\(tally[$0])" }
            + [
                tally.precision.map { "\(Tally.percent($0)) %" } ?? "-", isDecided ? tally.interval.percent : "-",
                "\(tally.decided)", isDecided ? AccuracyWords.standing(tally.standing)[Speech.language] : "-",
                weeks.isEmpty
                    ? "-" : weeks.joined(separator: " ") + (line.direction.map { " \($0.arrow)" } ?? ""),
            ]
    }
}

/// Writes a document on standard output as it is: escaped by JSON's own rules.
func sayJSON(_ document: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(document), as: UTF8.self))
}
