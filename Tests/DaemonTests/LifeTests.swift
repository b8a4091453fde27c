import Foundation
import TestSupport
import Testing

extension Together {
    /// Start, end, and what happens when it crashes.
    @Suite struct Life {
        private func cameras(_ count: Int, decode: String) throws -> String {
            "cameras:\n"
                + (try (1...count).map {
                    "  - {id: c\($0), source: \"\(try Clips.street.get())\", decode: \(decode)}\n"
                }).joined()
        }

        @Test func `SIGTERM ends it in order within 5 s, however much is under way`() async throws {
            // Far more than two cores can decode.
            let daemon = try RunningDaemon(try cameras(40, decode: "full"))
            try await daemon.wait(within: .seconds(20), for: "looks") { try daemon.looked("c40") > 0 }
            let clock = ContinuousClock()
            let began = clock.now
            #expect(daemon.end() == 0)
            #expect(clock.now - began < .seconds(5))
            #expect(daemon.lines("stopped", "cameras=40").count == 1)
            // It began and ended in order: nothing is said of the last run.
            try daemon.start()
            #expect(daemon.lines("did not end in order").isEmpty)
            #expect(daemon.end(SIGINT) == 0)
            try daemon.start()
            #expect(daemon.end(SIGKILL) == SIGKILL)
            try daemon.start()
            #expect(daemon.lines("did not end in order").count == 1)
        }

        @Test func `the service manager hears when it is ready, alive, reloading and stopping`() throws {
            let manager = try ServiceManager()
            let daemon = try RunningDaemon(
                try cameras(1, decode: "keyframes"), environment: ["NOTIFY_SOCKET": manager.path])
            #expect(manager.hears("READY=1"))
            #expect(manager.hears("WATCHDOG=1"))
            daemon.signal(SIGHUP)
            #expect(manager.hears("RELOADING=1") && manager.hears("READY=1"))
            #expect(daemon.end() == 0)
            #expect(manager.hears("STOPPING=1"))
        }

        @Test func `packs are read anew at a reload, and a broken one leaves what runs`() async throws {
            let packs = try TemporaryFolder.make()
            let file = packs.appending(path: "fire-lane/pack.yaml")
            try FileManager.default.copyItem(
                at: Machine.root.appending(path: "models/fire-lane"), to: file.deletingLastPathComponent())
            let good = try String(contentsOf: file, encoding: .utf8)
            let lane =
                "zones: [{id: lane, kind: fire-lane, polygon: [[0,0],[1,0],[1,1]]}], algorithms: [{use: fire-lane}]"
            let source = try Clips.street.get()
            let daemon = try RunningDaemon(
                "cameras:\n  - {id: gate, source: \"\(source)\", \(lane)}\n  - {id: yard, source: \"\(source)\"}\n",
                environment: ["PICULET_PACKS": packs.path])
            try await daemon.wait(within: .seconds(20), for: "looks") { try daemon.looked("gate") > 0 }
            func reload(_ text: String, until line: String...) async throws {
                try Data(text.utf8).write(to: file)
                daemon.signal(SIGHUP)
                try await daemon.wait(within: .seconds(20), for: "\(line)") {
                    daemon.log.split(separator: "\n").contains { one in line.allSatisfy { one.contains($0) } }
                }
            }
            // The camera that uses it is watched anew, the other is not touched.
            try await reload(good.replacing("dwell: 1m", with: "dwell: 2m"), until: "reloaded", "changed=1")
            try await daemon.wait(within: .seconds(20), for: "gate again") { try daemon.state("gate") == "live" }
            try await reload(
                good.replacing("dwell: 1m", with: "dwell: now"), until: "fire-lane/pack.yaml:", "rule.dwell")
            #expect(daemon.isRunning)
            #expect(try daemon.state("gate") == "live")
            #expect(daemon.end() == 0)
            // A start is not so patient.
            let again = try Machine.run(
                [
                    "/usr/bin/env", "PICULET_PACKS=\(packs.path)", Machine.program, "run", "--config",
                    daemon.configuration.path,
                ])
            #expect(again.status == 78 && again.errors.contains("rule.dwell"), "\(again.errors)")
        }

        @Test func `one daemon a store and a port`() throws {
            let daemon = try RunningDaemon(try cameras(1, decode: "keyframes"))
            let second = try Machine.run([Machine.program, "run", "--config", daemon.configuration.path])
            #expect(second.status != 0 && second.errors.contains("another piculet (process \(daemon.identifier))"))
            let other = daemon.folder.appending(path: "other.yaml")
            try Data(
                "store: other/piculet.sqlite\ncameras: []\nconsole: {listen: \"127.0.0.1:\(daemon.url("/").port ?? 0)\"}\n"
                    .utf8
            ).write(to: other)
            let third = try Machine.run([Machine.program, "run", "--config", other.path])
            #expect(third.status != 0 && third.errors.contains("the console cannot listen there"), "\(third.errors)")
            #expect(daemon.end() == 0)
        }

        @Test func `all mistakes of a configuration are told at once and nothing starts`() throws {
            let daemon = try RunningDaemon(try cameras(1, decode: "keyframes"))
            #expect(daemon.end() == 0)
            try Data(
                """
                console: {listen: "0.0.0.0:8321"}
                cameras:
                  - {id: a, source: "rtsp://u:${NOT_SET_ONE}@h/s"}
                  - {id: b, source: "gopher://h/s"}
                  - {id: c, source: "x.mp4", decode: never}

                """.utf8
            ).write(to: daemon.configuration)
            let outcome = try Machine.run([Machine.program, "run", "--config", daemon.configuration.path])
            #expect(outcome.status != 0)
            for word in ["0.0.0.0", "never"] { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
            try Data(
                """
                cameras:
                  - {id: a, source: "rtsp://u:${NOT_SET_ONE}@h/s"}
                  - {id: b, source: "rtsp://u:${NOT_SET_TWO}@h/s"}

                """.utf8
            ).write(to: daemon.configuration)
            let again = try Machine.run([Machine.program, "run", "--config", daemon.configuration.path])
            for word in ["NOT_SET_ONE", "NOT_SET_TWO", "piculet.yaml"] {
                #expect(again.status != 0 && again.errors.contains(word), "\(again.errors)")
            }
        }

        @Test(arguments: ["deleted", "replaced"])
        func
            `a store that is lost under the daemon is noticed, what is known is saved beside it, and it ends with a word`(
                how: String
            ) async throws
        {
            let daemon = try RunningDaemon(try cameras(1, decode: "keyframes"))
            try await daemon.wait(within: .seconds(20), for: "looks") { try daemon.looked("c1") > 0 }
            try FileManager.default.removeItem(atPath: daemon.storePath)
            if how == "replaced" { try Data("something else".utf8).write(to: URL(fileURLWithPath: daemon.storePath)) }
            let clock = ContinuousClock()
            let end = clock.now + .seconds(15)
            while daemon.isRunning, clock.now < end { try await Task.sleep(for: .milliseconds(50)) }
            #expect(!daemon.isRunning && daemon.end() == 1)
            #expect(daemon.lines("alarm=store-lost").count == 1 && daemon.lines("piculet ends", how).count == 1)
            let data = URL(fileURLWithPath: daemon.storePath).deletingLastPathComponent()
            let names = try FileManager.default.contentsOfDirectory(atPath: data.path)
            let rescued = try #require(names.first { $0.hasPrefix("piculet-rescued-") && $0.hasSuffix(".sqlite") })
            let listed = try Machine.run([
                Machine.program, "case", "list", "--store", data.appending(path: rescued).path,
            ])
            #expect(listed.status == 0, "\(listed.errors)")
            // It does not go on with an empty store as if nothing had happened.
            let again = try Machine.run([Machine.program, "run", "--config", daemon.configuration.path])
            #expect(again.status == 1 && again.errors.contains("Move it to"), "\(again.errors)")
        }

        @Test func `a case that cannot be read keeps nobody from being watched, and is an alarm`() async throws {
            let folder = try TemporaryFolder.make()
            let store = folder.appending(path: "data/piculet.sqlite")
            try FileManager.default.createDirectory(
                at: store.deletingLastPathComponent(), withIntermediateDirectories: true)
            let kept = Machine.root.appending(path: "Tests/StoreTests/Stores/life-cycle.sqlite")
            try FileManager.default.copyItem(at: kept, to: store)
            let broken = try Machine.run([
                "sqlite3", store.path,
                "UPDATE case_file SET course = '{' WHERE ended_at IS NULL AND number = (SELECT min(number) FROM case_file WHERE ended_at IS NULL) RETURNING number",
            ])
            let number = broken.output.trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(broken.status == 0 && !number.isEmpty, "\(broken.errors)")
            let daemon = try RunningDaemon(try cameras(1, decode: "keyframes"), folder: folder)
            try await daemon.wait(within: .seconds(20), for: "looks") { try daemon.looked("c1") > 0 }
            #expect(try daemon.metric("alarm{alarm=\"case-aside-\(number)\"}") == 1)
            #expect(try !daemon.cases.isEmpty, "the others are shown")
            #expect(daemon.end() == 0)
        }

        @Test func `a camera that was being decoded at three crashes in a row is set aside until it is released`()
            async throws
        {
            // One camera keeps its worker busy without a pause; the other is quiet.
            let daemon = try RunningDaemon(
                """
                cameras:
                  - {id: heavy, source: "\(try Clips.heavy.get())", decode: full}
                  - {id: light, source: "\(try Clips.small.get())"}

                """)
            for crash in 1...20 {
                try await daemon.wait(within: .seconds(30), for: "the state of heavy") {
                    try daemon.state("heavy") != ""
                }
                if try daemon.state("heavy") == "quarantined" { break }
                try await daemon.wait(within: .seconds(30), for: "looks") { try daemon.looked("heavy") >= 2 }
                #expect(daemon.end(SIGSEGV) == SIGSEGV, "crash \(crash)")
                try daemon.start()
            }
            #expect(try daemon.state("heavy") == "quarantined")
            #expect(try daemon.metric("alarm{alarm=\"quarantined-heavy\"}") == 1)
            try await daemon.wait(within: .seconds(10), for: "looks of the other") { try daemon.looked("light") >= 2 }
            // It stays aside, restart or not, until somebody says otherwise.
            let since = "camera_state_since_timestamp_seconds{camera=\"heavy\",state=\"quarantined\"}"
            let first = try daemon.metric(since)
            #expect(daemon.end() == 0)
            try daemon.start()
            #expect(try daemon.state("heavy") == "quarantined")
            #expect(try first > 0 && daemon.metric(since) == first)
            let outcome = try Machine.run([
                Machine.program, "reload", "--config", daemon.configuration.path, "--release", "heavy",
            ])
            #expect(outcome.status == 0)
            try await daemon.wait(within: .seconds(30), for: "looks of the released") {
                try daemon.looked("heavy") >= 2
            }
            #expect(try daemon.metric("alarm{alarm=\"quarantined-heavy\"}") == 0)
            #expect(daemon.end() == 0)
        }
    }
}

/// The end of systemd's notification socket that systemd holds.
private final class ServiceManager {
    let path: String
    private let descriptor: Int32

    init() throws {
        path = try TemporaryFolder.make().appending(path: "notify").path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let descriptor = descriptor
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sa_family_t>.size + name.count + 1))
            }
        }
        guard bound == 0 else { throw Machine.Failure(description: "no notification socket at \(path)") }
    }

    deinit { close(descriptor) }

    /// Whether it is said; what is said before it is passed over.
    func hears(_ word: String) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 256)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { return false }
            if String(decoding: buffer[..<count], as: UTF8.self) == word { return true }
        }
    }
}
