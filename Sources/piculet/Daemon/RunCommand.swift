import ArgumentParser
import Console
import Foundation
import Logging
import Media
import Pipeline
import Settings
import Store

/// `piculet run`: the daemon with its console.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Watches the cameras of a configuration, with the console at its address.",
        discussion: """
            Example: piculet run --config samples/demo.yaml
            SIGHUP (or 'piculet reload') takes over an edited configuration, SIGTERM ends in order.
            """)

    @Option(help: "The configuration (YAML).") var config: String = "piculet.yaml"

    func run() throws {
        Allocator.settle()
        var mailbox = SignalMailbox()
        let environment = ProcessInfo.processInfo.environment
        let (settings, plans) = try load(environment)
        let notice = ServiceNotice(environment: environment)
        LoggingSystem.bootstrap { LogLines(label: $0, timeZone: settings.timeZone) }
        let clock = SystemClock()
        let log = Logbook(clock: clock)
        let held = try ProcessLock(besides: settings.store)
        let isFull = DiskReserve(besides: settings.store).makeRoomToStart()
        let daemon: Daemon
        let console: ConsoleTask
        do {
            let store = try CaseStore(path: settings.store, create: true)
            let scheme = try store.adopt(settings.scheme)
            daemon = try Daemon(settings, scheme: scheme, store: store, log: log, clock: clock)
            if isFull { daemon.alarms.raise(.diskFull, at: clock.wall()) }
            console = try ConsoleTask(DaemonView(daemon: daemon), settings.service.listen)
            try daemon.start(plans)
        } catch let error as StoreError {
            throw fail("\(error)")
        }
        // Not 'print': whoever reads a pipe gets it at once.
        let address = "http://\(settings.service.listen.host):\(console.port)/"
        FileHandle.standardOutput.write(Data("值班台 console: \(address)\n".utf8))
        notice.ready()
        loop: while true {
            switch mailbox.next() {
            case .stop: break loop
            case .reload:
                notice.reloading()
                reload(daemon, environment)
                notice.ready()
            case .tick:
                daemon.tick()
                if daemon.isHealthy { notice.alive() }
            }
        }
        notice.stopping()
        // The console answers to the end: it says that Piculet is not ready any more.
        daemon.stop()
        withExtendedLifetime((held, console)) {}
    }

    private func load(_ environment: [String: String]) throws -> (Settings, [CameraPlan]) {
        let settings = try Configuration.load(config)
        do {
            return (settings, try CameraPlan.all(settings, environment: environment))
        } catch {
            throw Configuration.refusal(error)
        }
    }

    private func reload(_ daemon: Daemon, _ environment: [String: String]) {
        do throws(SettingsFaults) {
            let settings = try Settings.load(config)
            let plans = try CameraPlan.all(settings, environment: environment)
            daemon.alarms.settleConfiguration()
            do {
                try daemon.reload(settings, plans, releasing: ReleaseRequests.take(besides: daemon.settings.store))
            } catch {
                daemon.log.error("configuration not reloaded", ["reason": "\(error)"])
            }
        } catch {
            for fault in error.faults { daemon.log.error("configuration mistake", ["mistake": "\(fault)"]) }
            daemon.alarms.settleConfiguration()
            daemon.alarms.raise(.configurationBroken(mistakes: error.faults.count), at: daemon.clock.wall())
        }
    }
}

/// The console while it serves.
private final class ConsoleTask {
    private let task: Task<Void, Never>
    let port: Int

    /// Waits until it listens.
    ///
    /// - Throws: when it cannot.
    init(_ source: any ConsoleSource, _ listen: ServiceSettings.Listen) throws {
        let outcome = Outcome()
        let console = Console(source, host: listen.host, port: listen.port)
        task = Task.detached {
            do { try await console.run { outcome.tell(.success($0)) } } catch { outcome.tell(.failure(error)) }
        }
        switch outcome.wait() {
        case .success(let port): self.port = port
        case .failure:
            throw fail(
                "\(listen.host):\(listen.port): the console cannot listen there. Another program may use the port; "
                    + "give another with console.listen.")
        }
    }

    /// The first thing that is told.
    private final class Outcome: @unchecked Sendable {
        // Sendable: written once before the semaphore is signalled, read after.
        private let told = DispatchSemaphore(value: 0)
        private let lock = NSLock()
        private var result: Result<Int, any Error>?

        func tell(_ result: Result<Int, any Error>) {
            lock.withLock { self.result = self.result ?? result }
            told.signal()
        }

        func wait() -> Result<Int, any Error> {
            told.wait()
            return lock.withLock { result } ?? .success(0)
        }
    }
}
