import ArgumentParser
import CaseBook
import Cases
import Foundation
import Media
import Phrases
import Speaking
import Store

/// One thing that somebody does to a case: a subcommand of `piculet case`.
protocol CaseStep: ParsableCommand {
    var step: CaseStepArguments { get }
    /// What the hit was, where that is said with it.
    var verdict: CaseVerdict? { get }
    /// What is done; `record` is the case as it stands.
    func action(_ desk: CaseDesk, _ record: CaseRecord) throws -> CaseAction
}

struct CaseStepArguments: ParsableArguments {
    @Argument(help: HelpWords.number.help) var number: String
    @Option(name: .customLong("as"), help: HelpWords.person.help) var person: String
    @Option(help: HelpWords.note.help) var note: String = ""
    @OptionGroup var place: CaseCommand.Place
}

extension CaseStep {
    var verdict: CaseVerdict? { nil }

    /// - Parameters:
    ///   - words: what it does.
    ///   - example: what follows `piculet case`.
    static func named(_ name: String, _ words: Words, _ example: String) -> CommandConfiguration {
        CommandConfiguration(
            commandName: name, abstract: words[Speech.language],
            discussion: HelpWords.example("piculet case \(example)")[Speech.language])
    }

    func run() throws {
        let desk = try step.place.open()
        let (record, _) = try desk.find(step.number)
        try take(try action(desk, record), of: record, desk)
    }

    /// Does it, and says where the case stands then, and what mode changed by it.
    func take(_ action: CaseAction, of record: CaseRecord, _ desk: CaseDesk) throws {
        let (actor, note, now) = (try desk.actor(step.person), step.note, WallTime(Date()))
        let pair = ModePair(camera: record.camera, algorithm: record.algorithm)
        let (after, changes) = try CaseCommand.asking { () throws(StoreError) in
            let before = try desk.store.modeChanges(of: pair).last?.sequence ?? 0
            let after = try desk.store.act(
                action, on: record.number, by: actor, note: note, at: now, under: desk.scheme, verdict: verdict)
            return (after, try desk.store.modeChanges(of: pair, after: before))
        }
        say(line: "\(after.number) \(after.state.nameZH) \(after.state.nameEN)")
        for change in changes { say(AccuracyWords.changed(change)) }
    }
}
