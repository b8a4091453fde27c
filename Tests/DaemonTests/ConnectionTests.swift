import Foundation
import TestSupport
import Testing

extension Together {
    /// Connections that want more than there is.
    @Suite struct Connections {
        @Test func `with 150 descriptors and 300 connections the daemon goes on, and slow ones are ended`() throws {
            let daemon = try RunningDaemon(
                "cameras:\n  - {id: street, source: \"\(try Clips.street.get())\", decode: keyframes}\n",
                descriptors: 150)
            try daemon.wait(within: .seconds(20), for: "looks") { try daemon.looked("street") > 0 }
            // Some say nothing, some stop within their head, some never take their answer.
            let connections = try (0..<300).map { number in
                let connection = try RawConnection(daemon.port)
                if number % 3 == 1 { connection.send("GET /healthz HTTP/1.1\r\nHost: local") }
                if number % 3 == 2 { connection.ask("/healthz") }
                return connection
            }
            // The longest waited for its turn, and then as long as all may.
            #expect(connections.allSatisfy { $0.isEnded(within: 60) || !$0.read(until: "ok").isEmpty })
            #expect(daemon.isRunning)
            let before = try daemon.looked("street")
            try daemon.wait(within: .seconds(20), for: "more looks") { try daemon.looked("street") > before }
            #expect(try daemon.get("/healthz").status == 200 && daemon.cases.isEmpty)
            let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(daemon.identifier)/fd").count
            #expect(open < 100)
            #expect(daemon.lines("store write failed").isEmpty && daemon.lines("evidence missing").isEmpty)
            #expect(daemon.end() == 0)
        }

        @Test func `a console that cannot serve any more ends the daemon with a word`() throws {
            let daemon = try RunningDaemon("cameras:\n" + RunningDaemon.away)
            let taking = try Machine.run([
                "python3", Machine.root.appending(path: "Tests/DaemonTests/Servers/close_port.py").path,
                "\(daemon.identifier)", "\(daemon.port)",
            ])
            #expect(taking.status == 0, "\(taking.errors)")
            // By itself: nothing is sent to it.
            #expect(daemon.end(0) == 1)
            #expect(daemon.lines("error", "the console does not serve any more: piculet ends").count == 1)
            #expect(daemon.lines("stopped", "cameras=1").count == 1)
        }
    }
}
