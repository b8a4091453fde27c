import Foundation
import TestSupport
import Testing

extension Together {
    @Suite(.enabled(if: RTSPServer.isHere, "gir1.2-gst-rtsp-server-1.0 is not installed"))
    struct RTSP {
        private let secrets = ["GATE_PASSWORD": RTSPServer.password, "WRONG_PASSWORD": "Not-the-1:right@one"]
        private let clock = ContinuousClock()

        private func camera(_ id: String, _ source: String, _ more: String = "") -> String {
            "  - {id: \(id), source: \"\(source)\"\(more.isEmpty ? "" : ", \(more)")}\n"
        }

        @Test func `a server that is killed for 20 s is looked at again within 15 s of its return`() async throws {
            let server = try RTSPServer(["good"])
            let daemon = try RunningDaemon("cameras:\n" + camera("gate", server.source(0)), secrets: secrets)
            try await daemon.wait(within: .seconds(15), for: "looks") { try daemon.looked("gate") >= 3 }
            server.stop()
            try await daemon.waitForState("offline", of: "gate", within: .seconds(10))
            // Twenty seconds of the world: nothing tells when they are over.
            let away = clock.now
            try await daemon.wait(within: .seconds(30), for: "20 s") { clock.now - away > .seconds(20) }
            try server.start()
            let returned = clock.now
            let before = try daemon.looked("gate")
            try await daemon.wait(within: .seconds(15), for: "looks after the server's return") {
                try daemon.looked("gate") > before
            }
            print("looks went on \(clock.now - returned) after the server's return")
            try await daemon.waitForState("live", of: "gate", within: .seconds(5))
            try daemon.expectNoSecret()
            #expect(daemon.end() == 0)
            try daemon.expectNoSecret()
        }

        @Test func `a server that freezes is noticed within 10 s and watched again when it goes on`() async throws {
            let server = try RTSPServer(["good"], method: "basic")
            let daemon = try RunningDaemon("cameras:\n" + camera("gate", server.source(0)), secrets: secrets)
            try await daemon.waitForState("live", of: "gate", within: .seconds(15))
            server.freeze()
            let frozen = clock.now
            try await daemon.waitForState("stalled", of: "gate", within: .seconds(10))
            print("the stall was noticed after \(clock.now - frozen)")
            // Long enough that the connection is given up and a new one gets no answer.
            try await daemon.waitForState("offline", of: "gate", within: .seconds(40))
            server.thaw()
            let before = try daemon.looked("gate")
            try await daemon.wait(within: .seconds(30), for: "looks after the freeze") {
                try daemon.looked("gate") > before
            }
            #expect(try daemon.metric("stalls_total{camera=\"gate\"}") >= 1)
            try daemon.expectNoSecret()
            #expect(daemon.end() == 0)
        }

        @Test func `each fault of a stream has its state, and none ends the daemon`() async throws {
            let server = try RTSPServer(["good", "garbage", "wrong-codec", "zero-pts", "short"])
            let rubbish = try RubbishServer()
            let daemon = try RunningDaemon(
                "cameras:\n" + camera("good", server.source(0)) + camera("by-udp", server.source(0), "transport: udp")
                    + camera("garbage", server.source(1)) + camera("wrong-codec", server.source(2))
                    + camera("zero-pts", server.source(3), "decode: full") + camera("short", server.source(4))
                    + camera("refused", server.source(0, password: "WRONG_PASSWORD"))
                    + camera("rubbish", "rtsp://viewer:${GATE_PASSWORD}@127.0.0.1:\(rubbish.port)/stream")
                    + camera("no-path", "rtsp://viewer:${GATE_PASSWORD}@127.0.0.1:\(server.port)/nowhere"),
                secrets: secrets)
            try await daemon.waitForState("refused", of: "refused", within: .seconds(15))
            try await daemon.waitForState("wrong-codec", of: "wrong-codec", within: .seconds(15))
            try await daemon.waitForState("untimed", of: "zero-pts", within: .seconds(15))
            try await daemon.waitForState("undecodable", of: "garbage", within: .seconds(40))
            try await daemon.wait(within: .seconds(60), for: "five ends of the short stream") {
                daemon.lines("camera=short", "the stream ended").count >= 5
            }
            #expect(try daemon.state("good") == "live")
            #expect(try daemon.state("by-udp") == "live")
            #expect(try daemon.state("rubbish") == "offline")
            #expect(try daemon.state("no-path") == "offline")
            #expect(try daemon.looked("zero-pts") > 100 && daemon.looked("by-udp") > 5)
            #expect(try daemon.looked("garbage") == 0)
            // The password was wrong each time; it is said once.
            #expect(daemon.lines("camera=refused", "state=refused").count == 1)
            #expect(try daemon.metric("reconnects_total{camera=\"short\"}") >= 4)
            let shown = try daemon.json("/api/state")["events"] as? [[String: Any]] ?? []
            for camera in ["garbage", "wrong-codec", "zero-pts", "short", "refused", "rubbish", "no-path"] {
                #expect(
                    shown.contains { $0["camera"] as? String == camera && $0["isFault"] as? Bool == true }, "\(camera)")
            }
            try daemon.expectNoSecret()
            #expect(daemon.end() == 0)
            try daemon.expectNoSecret()
        }

        @Test func `a probe tells what each source sends, and no secret`() throws {
            let server = try RTSPServer(["good", "wrong-codec"])
            let folder = try TemporaryFolder.make()
            let file = folder.appending(path: "piculet.yaml")
            try Data(
                ("cameras:\n" + camera("good", server.source(0)) + camera("wrong-codec", server.source(1))
                    + camera("refused", server.source(0, password: "WRONG_PASSWORD"))
                    + camera("away", "rtsp://viewer:${GATE_PASSWORD}@127.0.0.1:1/s")).utf8
            ).write(to: file)
            let arguments = [Machine.program, "check", "--config", file.path]
            let noted = try Machine.run(arguments)
            #expect(noted.status == 0 && noted.output.contains("note: ") && noted.output.contains("GATE_PASSWORD"))
            let variables = secrets.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            let probed = try Machine.run(["env"] + variables + arguments + ["--probe"])
            #expect(probed.status == 1 && probed.errors.contains("3 of 4 source(s) sent no picture"))
            #expect(probed.output.contains(/camera 'good': h264 640 x 360 after \d+\.\d s/), "\(probed.output)")
            #expect(probed.output.contains("camera 'wrong-codec': its codec is 'vp8'"), "\(probed.output)")
            #expect(probed.output.contains("camera 'refused': the camera refuses"), "\(probed.output)")
            #expect(probed.output.contains("camera 'away': it cannot be reached"), "\(probed.output)")
            for secret in secrets.values { #expect(!(probed.output + probed.errors).contains(secret)) }
        }
    }
}
