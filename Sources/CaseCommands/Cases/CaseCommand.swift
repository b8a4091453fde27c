import ArgumentParser
import CaseBook
import Cases
import Foundation
import Keeping
import Media
import Phrases
import Settings
import Speaking
import Store

/// `piculet case`: the case loop without a browser.
package struct CaseCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "case", abstract: HelpWords.caseCommand[Speech.language],
        subcommands: [CaseList.self, CaseShow.self, CaseParked.self],
        groupedSubcommands: [
            CommandGroup(
                name: Words(zh: "受理", en: "INTAKE")[Speech.language],
                subcommands: [
                    Accept.self, AskVerification.self, Verify.self, Register.self, Reject.self, Dispatch.self,
                    SendBack.self,
                ]),
            CommandGroup(
                name: Words(zh: "处置", en: "HANDLING")[Speech.language],
                subcommands: [
                    Claim.self, Arrive.self, Return.self, AskSuspension.self, AskExtension.self, Review.self,
                    Resume.self, Feedback.self,
                ]),
            CommandGroup(
                name: Words(zh: "结案", en: "ENDING")[Speech.language],
                subcommands: [
                    Check.self, Close.self, RefuseClosing.self, Merge.self, Unmerge.self, VoidCase.self,
                    ForceClose.self, Reopen.self, Appeal.self, ReviewAppeal.self,
                ]),
            CommandGroup(name: Words(zh: "复核", en: "REVIEW")[Speech.language], subcommands: [Judge.self]),
            CommandGroup(
                name: Words(zh: "协同", en: "TOGETHER")[Speech.language],
                subcommands: [
                    Supervise.self, Reply.self, Whistle.self, CheckIn.self, Answer.self, Involve.self, Mark.self,
                ]),
        ])

    package init() {}

    /// Which store is meant.
    struct Place: ParsableArguments {
        @Option(help: HelpWords.store.help) var store: String?
        @Option(help: HelpWords.storeConfig.help) var config: String?

        func open() throws -> CaseDesk {
            let settings = try config.map(Configuration.load)
            let path = store ?? settings?.store ?? "data/piculet.sqlite"
            return try asking { () throws(StoreError) in
                let store = try CaseStore(path: path, create: false, unlessRunning: ProcessLock.holder(besides:))
                // What the daemon goes by, so that both say the same.
                let kept = try store.scheme()
                let zone =
                    settings?.timeZone ?? kept?.calendars.current.timeZone ?? TimeZone(identifier: "Asia/Shanghai")
                    ?? .gmt
                return CaseDesk(
                    store: store, scheme: kept ?? settings?.scheme ?? .usual(in: zone, catalog: Known.algorithms),
                    zone: zone)
            }
        }
    }

    /// Turns a store's error into a message and a status.
    static func asking<Value>(_ body: () throws(StoreError) -> Value) throws -> Value {
        do { return try body() } catch { throw fail(error) }
    }

    static func clock(_ record: CaseRecord) -> String {
        let clock = TotalClock(record)
        return clock.elapsed(at: WallTime(Date())).clockText + (clock.isRunning ? "" : " ended")
    }
}

/// A store, and by what its cases go.
struct CaseDesk {
    let store: CaseStore
    let scheme: CaseScheme
    let zone: TimeZone

    func find(_ number: String) throws -> (record: CaseRecord, log: [CaseEvent]) {
        let found = try CaseCommand.asking { () throws(StoreError) in try store.find(CaseNumber(number)) }
        guard let found else { throw fail(CaseWords.noCase(number)) }
        return found
    }

    /// Whoever acts: of the list of people, where there is one.
    func actor(_ name: String) throws -> CaseActor {
        if scheme.people.isEmpty { return .anybody(name) }
        if let person = scheme.people.first(where: { $0.name == name }) { return person.actor }
        throw fail(CaseWords.nobody(name, NearestName.of(name, among: scheme.people.map(\.name))))
    }
}

struct CaseList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: HelpWords.caseList[Speech.language],
        discussion: HelpWords.example("piculet case list --store demo-output/piculet.sqlite")[Speech.language])

    @OptionGroup var place: CaseCommand.Place
    @Flag(help: HelpWords.all.help) var all = false
    @Flag(help: AccuracyWords.shadow.help) var shadow = false
    @Flag(help: AccuracyWords.unreviewed.help) var unreviewed = false

    private var query: CaseQuery {
        var query = CaseQuery()
        // What is in shadow is told to nobody who does not ask for it.
        query.isShadow = shadow
        if !all, !shadow { query.isOpen = true }
        if unreviewed { query.isReviewed = false }
        return query
    }

    func run() throws {
        let desk = try place.open()
        let listing = try CaseCommand.asking { () throws(StoreError) in try desk.store.list(query) }
        for record in listing.cases {
            let began = record.course.startedAt.local(in: desk.zone)
            say(
                row: [
                    record.number.description, record.state.nameZH, record.state.rawValue, record.algorithm,
                    record.camera, record.assignment.grid ?? "-", record.course.order?.lead ?? "-",
                    "\(began.date) \(began.time)", CaseCommand.clock(record),
                    record.course.judged?.verdict.words[Speech.language] ?? "-",
                ])
        }
        for one in listing.aside {
            warn(CaseWords.unreadable(one.number, one.reason))
        }
    }
}
