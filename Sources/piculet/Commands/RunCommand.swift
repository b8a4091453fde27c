import ArgumentParser
import CaseBook
import Console
import Foundation
import Keeping
import Media
import Phrases
import Pipeline
import Settings
import Sight
import Speaking
import Store
import Watching

/// `piculet run`: the daemon with its console.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: HelpWords.runCommand[Speech.language],
        discussion: HelpWords.discussion("piculet run --config samples/demo.yaml", HelpWords.signals)[Speech.language])

    @Option(help: HelpWords.config.help) var config: String = "piculet.yaml"

    func run() throws {
        Allocator.settle()
        var mailbox = SignalMailbox()
        let environment = ProcessInfo.processInfo.environment
        let (orders, listen) = try load(environment)
        let descriptors = Descriptors.raise()
        let notice = ServiceNotice(environment: environment)
        LogLines.install(in: orders.fixed.timeZone, speaking: Speech.language)
        let clock = SystemClock()
        let log = Logbook(clock: clock)
        let store = orders.fixed.store
        let held: ProcessLock
        do {
            held = try ProcessLock(besides: store)
            try RescuedStore.refuse(besides: store)
        } catch {
            throw fail(error)
        }
        try openEyes()
        let isFull = DiskReserve(besides: store).makeRoomToStart()
        let daemon: Daemon
        let console: ConsoleService
        do {
            let cases = try CaseStore(path: store, create: true)
            let scheme = try cases.adopt(orders.scheme)
            try cases.keepEvidenceFolder(URL(fileURLWithPath: orders.fixed.evidence.folder, isDirectory: true))
            daemon = try Daemon(
                orders, scheme: scheme, store: cases, log: log, clock: clock,
                supplier: { Sight.here.supplier() })
            if isFull { daemon.alarms.raise(.diskFull, at: clock.wall()) }
            console = try serve(DaemonView(daemon: daemon), at: listen, descriptors: descriptors)
            try daemon.start()
        } catch let error as StoreError {
            throw fail(error)
        }
        // Not 'print': whoever reads a pipe gets it at once.
        let address = "http://\(listen.host):\(console.port)/"
        FileHandle.standardOutput.write(Data("\(CommandWords.console(address))\n".utf8))
        notice.ready()
        var isFailed = false
        loop: while true {
            switch mailbox.next() {
            case .stop: break loop
            case .reload:
                notice.reloading()
                reload(daemon, besides: store, environment)
                notice.ready()
            case .tick:
                daemon.tick()
                if let reason = daemon.endReason {
                    log.error("piculet ends", ["reason": "\(reason.en)"])
                    isFailed = true
                    break loop
                }
                if let reason = console.end {
                    log.error("the console does not serve any more: piculet ends", ["reason": "\(reason)"])
                    isFailed = true
                    break loop
                }
                if daemon.isHealthy { notice.alive() }
            }
        }
        notice.stopping()
        // The console answers to the end: it says that Piculet is not ready any more.
        daemon.stop()
        // Not by returning: the console would call off its connections first, each with an error in the log.
        withExtendedLifetime((held, console)) { Foundation.exit(isFailed ? Status.workFailed : EXIT_SUCCESS) }
    }

    private func serve(
        _ view: DaemonView, at listen: ServiceSettings.Listen, descriptors: Int
    ) throws -> ConsoleService {
        let console = Console(
            view, host: listen.host, port: listen.port, connections: { view.connections(of: descriptors) })
        do {
            return try ConsoleService { try await console.run(onListening: $0) }
        } catch {
            throw fail(CommandWords.cannotListen("\(listen.host):\(listen.port)"))
        }
    }

    private func load(_ environment: [String: String]) throws -> (WatchOrders, ServiceSettings.Listen) {
        try Known.readPacks()
        let settings = try Configuration.load(config)
        do {
            return (try WatchOrders(settings, environment: environment), settings.service.listen)
        } catch {
            throw Configuration.refusal(error)
        }
    }

    private func reload(_ daemon: Daemon, besides store: String, _ environment: [String: String]) {
        do throws(SettingsFaults) {
            try Sight.here.reread()
            let orders = try WatchOrders(try Settings.load(config, catalog: Known.algorithms), environment: environment)
            daemon.alarms.settleConfiguration()
            do {
                try daemon.reload(
                    orders, releasing: ReloadRequest.release.take(besides: store),
                    relearning: ReloadRequest.relearn.take(besides: store))
            } catch {
                daemon.log.error("configuration not reloaded", ["reason": "\(error)"])
            }
        } catch {
            for fault in error.faults {
                daemon.log.error("configuration mistake", ["mistake": "\(fault.words[Speech.language])"])
            }
            daemon.alarms.settleConfiguration()
            daemon.alarms.raise(.configurationBroken(mistakes: error.count), at: daemon.clock.wall())
        }
    }
}
