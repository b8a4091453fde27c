import ArgumentParser
import CaseBook
import Cases
import Foundation
import Media
import Phrases
import Settings
import Speaking
import Store

/// `piculet accuracy modes`: in which mode each algorithm runs, and on which figures that was decided.
struct AccuracyModes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "modes", abstract: AccuracyWords.modes[Speech.language],
        discussion: HelpWords.example("piculet accuracy modes --log --config piculet.yaml")[Speech.language])

    @Flag(help: AccuracyWords.log.help) var log = false
    @OptionGroup var place: CaseCommand.Place

    func run() throws {
        let desk = try place.open()
        let changes = try CaseCommand.asking { () throws(StoreError) in try desk.store.modeChanges() }
        if log {
            for change in changes { say(line: Self.line(change, desk.zone)) }
            return
        }
        say(row: AccuracyWords.modeColumns.map { $0[Speech.language] })
        let last = Dictionary(changes.map { ($0.pair, $0) }) { $1 }
        let pairs = try CaseCommand.asking { () throws(StoreError) in
            Set(try desk.store.hits(HitQuery()).map { ModePair(camera: $0.camera, algorithm: $0.algorithm) })
        }
        let all = pairs.union(last.keys).union(try configured())
        for pair in all.sorted(by: { ($0.camera, $0.algorithm) < ($1.camera, $1.algorithm) }) {
            say(row: try cells(pair, last[pair], desk))
        }
    }

    private func configured() throws -> [ModePair] {
        guard let config = place.config else { return [] }
        return try Configuration.load(config).cameras.flatMap { camera in
            camera.algorithms.map { ModePair(camera: camera.id, algorithm: $0.algorithm.id) }
        }
    }

    /// What was decided since, or what it was decided by.
    private func cells(_ pair: ModePair, _ change: ModeChange?, _ desk: CaseDesk) throws -> [String] {
        let plan = desk.scheme.modes
        let stand = plan.stand(of: pair, after: change)
        let tally = try CaseCommand.asking { () throws(StoreError) in
            try desk.store.look { try $0.tally(of: pair, stand, plan.rule) }
        }
        return [
            pair.camera, pair.algorithm, "\(stand.mode.words[Speech.language]) (\(stand.mode.rawValue))",
            AccuracyWords.cap(plan.cap(of: pair))[Speech.language],
            (stand.isPinned ? AccuracyWords.pinned : AccuracyWords.ruled)[Speech.language],
            stand.since?.rfc3339(in: desk.zone) ?? "-", "\(tally.decided)", "\(tally[.correct])",
            tally.decided == 0 ? "-" : tally.interval.percent,
        ]
    }

    static func line(_ change: ModeChange, _ zone: TimeZone) -> String {
        let words = AccuracyWords.changed(change)[Speech.language]
        return "\(change.at.rfc3339(in: zone)) \(change.actor) \(words)\(change.note.isEmpty ? "" : " \(change.note)")"
    }
}

/// `piculet accuracy mode`: a person overrules the rule, or lets it go on.
struct AccuracyMode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mode", abstract: AccuracyWords.mode[Speech.language],
        discussion: HelpWords.example(
            "piculet accuracy mode gate street-stall review --as 李某 --note 树影误报多 --store data/piculet.sqlite")[
                Speech.language])

    @Argument(help: AccuracyWords.camera.help) var camera: String
    @Argument(help: AccuracyWords.algorithm.help) var algorithm: String
    @Argument(help: AccuracyWords.modeName.help) var mode: String
    @Option(name: .customLong("as"), help: HelpWords.person.help) var person: String
    @Option(help: HelpWords.note.help) var note: String
    @OptionGroup var place: CaseCommand.Place

    func run() throws {
        let order: ModeOrder
        if mode == "rule" {
            order = .release
        } else if let mode = HitMode(rawValue: mode) {
            order = .pin(mode)
        } else {
            throw wrongUsage(AccuracyWords.noMode(mode))
        }
        let desk = try place.open()
        try known(desk)
        let (actor, now) = (try desk.actor(person), WallTime(Date()))
        let pair = ModePair(camera: camera, algorithm: algorithm)
        let change = try CaseCommand.asking { () throws(StoreError) in
            try desk.store.order(order, of: pair, by: actor, note: note, at: now, under: desk.scheme.modes)
        }
        say(AccuracyWords.changed(change))
    }

    /// A name that was written wrong would change nothing, and nobody would notice.
    private func known(_ desk: CaseDesk) throws {
        let algorithms = Known.algorithms.ids
        guard algorithms.contains(algorithm) else {
            throw fail(AccuracyWords.noAlgorithm(algorithm, NearestName.of(algorithm, among: algorithms)))
        }
        if let config = place.config {
            let cameras = try Configuration.load(config).cameras.map(\.id)
            guard cameras.contains(camera) else {
                throw fail(CommandWords.noCamera("mode", camera, NearestName.of(camera, among: cameras)))
            }
            return
        }
        // Without a configuration there is what the store has met.
        let cameras = try CaseCommand.asking { () throws(StoreError) in
            Set(try desk.store.hits(HitQuery()).map(\.camera))
                .union(try desk.store.modeChanges().map(\.pair.camera)).sorted()
        }
        guard cameras.contains(camera) else {
            throw fail(AccuracyWords.cameraNotMet(camera, NearestName.of(camera, among: cameras)))
        }
    }
}
