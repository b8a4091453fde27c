import ArgumentParser
import CaseBook
import Cases
import Foundation
import Media
import Settings
import Store
import Watching

/// `piculet case`: the case loop without a browser.
struct CaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "Lists, shows and moves cases.",
        subcommands: [CaseList.self, CaseShow.self, CaseParked.self],
        groupedSubcommands: [
            CommandGroup(
                name: "受理 · INTAKE",
                subcommands: [
                    Accept.self, AskVerification.self, Verify.self, Register.self, Reject.self, Dispatch.self,
                    SendBack.self,
                ]),
            CommandGroup(
                name: "处置 · HANDLING",
                subcommands: [
                    Claim.self, Arrive.self, Return.self, AskSuspension.self, AskExtension.self, Review.self,
                    Resume.self, Feedback.self,
                ]),
            CommandGroup(
                name: "结案 · ENDING",
                subcommands: [
                    Check.self, Close.self, RefuseClosing.self, Merge.self, Unmerge.self, VoidCase.self,
                    ForceClose.self, Reopen.self, Appeal.self, ReviewAppeal.self,
                ]),
            CommandGroup(
                name: "协同 · TOGETHER",
                subcommands: [
                    Supervise.self, Reply.self, Whistle.self, CheckIn.self, Answer.self, Involve.self, Mark.self,
                ]),
        ])

    /// Which store is meant.
    struct Place: ParsableArguments {
        @Option(help: "The store (piculet.sqlite).") var store: String?
        @Option(help: "The configuration that names the store.") var config: String?

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
        do { return try body() } catch { throw fail("\(error)") }
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
        guard let found else { throw fail("there is no case \(number). See 'piculet case list'.") }
        return found
    }

    /// Whoever acts: of the list of people, where there is one.
    func actor(_ name: String) throws -> CaseActor {
        if scheme.people.isEmpty { return .anybody(name) }
        if let person = scheme.people.first(where: { $0.name == name }) { return person.actor }
        let nearest = NearestName.of(name, among: scheme.people.map(\.name)).map { " Did you mean '\($0)'?" } ?? ""
        throw fail("--as: there is nobody called '\(name)' in the list of people.\(nearest)")
    }
}

struct CaseList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists cases, the oldest discovery first.",
        discussion: "Example: piculet case list --store demo-output/piculet.sqlite")

    @OptionGroup var place: CaseCommand.Place
    @Flag(help: "Ended cases too.") var all = false

    func run() throws {
        let desk = try place.open()
        let listing = try CaseCommand.asking { () throws(StoreError) in try desk.store.list(all ? .all : .open) }
        for record in listing.cases {
            let began = record.course.startedAt.local(in: desk.zone)
            print(
                [
                    record.number.description, record.state.nameZH, record.state.rawValue, record.algorithm,
                    record.camera, record.assignment.grid ?? "-", record.course.order?.lead ?? "-",
                    "\(began.date) \(began.time)", CaseCommand.clock(record),
                ].joined(separator: "\t"))
        }
        for one in listing.aside {
            FileHandle.standardError.write(Data("piculet: case \(one.number) cannot be read: \(one.reason)\n".utf8))
        }
    }
}
