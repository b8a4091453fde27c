import ArgumentParser
import Cases
import CityAlgorithms
import Foundation
import Media
import Settings
import Store

/// `piculet case`: the case loop without a browser.
struct CaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "Lists, shows and moves cases.",
        subcommands: [List.self, Show.self, Claim.self, Feedback.self, Close.self, Void.self])

    /// Which store is meant.
    struct Place: ParsableArguments {
        @Option(help: "The store (piculet.sqlite).") var store: String?
        @Option(help: "The configuration that names the store.") var config: String?

        func open() throws -> (store: CaseStore, timeZone: TimeZone) {
            let settings = try config.map(Configuration.load)
            let path = store ?? settings?.store ?? "data/piculet.sqlite"
            do {
                let zone = settings?.timeZone ?? TimeZone(identifier: "Asia/Shanghai") ?? .gmt
                return (try CaseStore(path: path, create: false), zone)
            } catch {
                throw fail("\(error)")
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists cases, the oldest discovery first.",
            discussion: "Example: piculet case list --store demo-output/piculet.sqlite")

        @OptionGroup var place: Place
        @Flag(help: "Closed and void cases too.") var all = false

        func run() throws {
            let (store, zone) = try place.open()
            for record in try CaseCommand.asking({ () throws(StoreError) in try store.cases() })
            where all || !record.state.isTerminal {
                let began = record.startedAt.local(in: zone)
                print(
                    [
                        record.number.description, record.state.nameZH, record.state.rawValue, record.algorithm,
                        record.camera, record.assignment.grid ?? "-", record.assignment.unit,
                        "\(began.date) \(began.time)", CaseCommand.clock(record),
                    ].joined(separator: "\t"))
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows a case with its owner, pictures, clock and log.",
            discussion: "Example: piculet case show 20260101-7K3QF2M --store demo-output/piculet.sqlite")

        @Argument(help: "The case's number.") var number: String
        @OptionGroup var place: Place

        func run() throws {
            let (store, zone) = try place.open()
            let wanted = CaseNumber(number)
            guard let (record, log) = try CaseCommand.asking({ () throws(StoreError) in try store.find(wanted) })
            else { throw fail("there is no case \(number). See 'piculet case list'.") }
            let profile = AlgorithmRegistry.find(record.algorithm)?.profile
            print("案件 case      \(record.number)")
            print("类型 type      \(profile?.nameZH ?? "") \(profile?.nameEN ?? record.algorithm)")
            print("状态 state     \(record.state.nameZH) \(record.state.nameEN)")
            print("摄像机 camera  \(record.cameraName) (\(record.camera)), \(record.zone)")
            print("网格 grid      \(record.assignment.path.joined(separator: " > ")) (\(record.assignment.grid ?? "-"))")
            print("单位 unit      \(record.assignment.unit), because \(record.assignment.reason.rawValue)")
            if let disposal = record.assignment.disposal { print("处置网格 disposal  \(disposal)") }
            if let near = record.assignment.neighbours {
                print("邻界 border    also near \(near.joined(separator: ", "))")
            }
            print("计时 clock     \(CaseCommand.clock(record)), since \(record.startedAt.rfc3339(in: zone))")
            print("检出 hit       \(record.hitAt.rfc3339(in: zone))")
            if let original = record.evidence.original {
                print("图片 picture   \(store.folder.appending(path: original).path)")
                print("sha256         \(record.evidence.sha256 ?? "-")")
            } else {
                print("图片 picture   missing: \(record.evidence.missing ?? "-")")
            }
            for event in log {
                print("  \(event.at.rfc3339(in: zone)) \(event.kind) \(event.actor) \(event.note)")
            }
        }
    }

    /// What a person does to a case.
    struct Step: ParsableArguments {
        @Argument(help: "The case's number.") var number: String
        @Option(name: .customLong("as"), help: "Who does it.") var person: String
        @Option(help: "A word on it.") var note: String = ""
        @OptionGroup var place: Place

        func take(_ action: CaseStateMachine.Action) throws {
            let (store, _) = try place.open()
            let (wanted, person, note) = (CaseNumber(number), person, note)
            let now = WallTime(Date())
            let record = try CaseCommand.asking { () throws(StoreError) in
                try store.act(action, on: wanted, by: person, note: note, at: now)
            }
            print("\(record.number) \(record.state.nameZH) \(record.state.nameEN)")
        }
    }

    struct Claim: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Claims a case (接单).", discussion: "Example: piculet case claim NUMBER --as 王某")
        @OptionGroup var step: Step
        func run() throws { try step.take(.claim) }
    }

    struct Feedback: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Feeds back that a case is dealt with (反馈).",
            discussion: "Example: piculet case feedback NUMBER --as 王某 --note 已劝离")
        @OptionGroup var step: Step
        func run() throws { try step.take(.feedback) }
    }

    struct Close: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Closes a case (结案).", discussion: "Example: piculet case close NUMBER --as 李某")
        @OptionGroup var step: Step
        func run() throws { try step.take(.close) }
    }

    struct Void: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Voids a case that was opened in error (作废).",
            discussion: "Example: piculet case void NUMBER --as 李某 --note 误报")
        @OptionGroup var step: Step
        func run() throws { try step.take(.void) }
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
