import Foundation
import Testing

extension Alone {
    /// The configuration is edited while cameras run.
    @Suite struct Reload {
        private struct Edit {
            let what: String
            let cameras: [String: String]
            /// nil: good.
            let mistake: String?
        }

        private static let head = "grids: \(Machine.samples)/grids.yaml\ncameras:\n"

        private static func camera(
            _ id: String, name: String = "name", zones: String = "[[0,0],[1,0],[1,1],[0,1]]",
            algorithms: String = "{use: street-stall, dwell: 10s}", decode: String = "every 500ms", more: String = ""
        ) throws -> String {
            "  - {id: \(id), name: \(name), source: \"\(try Clips.small.get())\", decode: \(decode), \(more)"
                + "zones: [{id: all, kind: pavement, polygon: \(zones)}], algorithms: [\(algorithms)]}\n"
        }

        /// Twenty edits, each the next one's beginning; what is broken is mended by the one after it.
        private func edits() throws -> [Edit] {
            var cameras: [String: String] = [:]
            var edits: [Edit] = []
            func edit(_ what: String, _ change: (inout [String: String]) throws -> Void) rethrows {
                try change(&cameras)
                edits.append(Edit(what: what, cameras: cameras, mistake: nil))
            }
            func mistake(_ what: String, _ broken: [String: String], says: String) {
                edits.append(Edit(what: what, cameras: cameras.merging(broken) { _, new in new }, mistake: says))
            }
            try edit("add a") { $0["a"] = try Self.camera("a") }
            try edit("add b") { $0["b"] = try Self.camera("b") }
            try edit("change a's zone") { $0["a"] = try Self.camera("a", zones: "[[0,0.5],[1,0.5],[1,1],[0,1]]") }
            try edit("change a's dwell") {
                $0["a"] = try Self.camera("a", algorithms: "{use: street-stall, dwell: 20s}")
            }
            mistake("break the syntax", ["c": "  - {id: c, source: [\n"], says: "piculet.yaml")
            try edit("mend it, add an algorithm to b") {
                $0["b"] = try Self.camera("b", algorithms: "{use: street-stall, dwell: 10s}, {use: crowd, hold: 5s}")
            }
            mistake(
                "an unknown algorithm", ["b": try Self.camera("b", algorithms: "{use: street-stahl}")],
                says: "street-stahl")
            edit("mend it, remove b") { $0["b"] = nil }
            try edit("add b again") { $0["b"] = try Self.camera("b", name: "again") }
            mistake("one id twice", ["b2": try Self.camera("b")], says: "'b'")
            try edit("mend it, watch all of a") { $0["a"] = try Self.camera("a", decode: "full") }
            mistake("an unknown grid", ["a": try Self.camera("a", more: "grid: leaf-999, ")], says: "leaf-999")
            try edit("mend it, add c and d") {
                $0["c"] = try Self.camera("c")
                $0["d"] = try Self.camera("d")
            }
            mistake(
                "a corner outside of the picture", ["c": try Self.camera("c", zones: "[[0,0],[7,0],[1,1]]")],
                says: "polygon")
            try edit("mend it, rename c") { $0["c"] = try Self.camera("c", name: "renamed") }
            edit("remove a") { $0["a"] = nil }
            mistake(
                "an unknown variable", ["a": "  - {id: a, source: \"rtsp://u:${NOT_SET_ANYWHERE}@h/s\"}\n"],
                says: "NOT_SET_ANYWHERE")
            try edit("mend it, an ignore zone for d") {
                $0["d"] = try Self.camera("d").replacing(
                    "zones: [", with: "zones: [{id: no, kind: ignore, polygon: [[0,0],[0.3,0],[0.3,0.3]]}, ")
            }
            edit("remove c and d") {
                $0["c"] = nil
                $0["d"] = nil
            }
            edit("remove b") { $0["b"] = nil }
            return edits
        }

        @Test func `twenty edits, and cameras that they do not touch lose no look`() throws {
            let untouched = ["u-full", "u-every"]
            let known = untouched + ["away"]
            let always =
                try Self.camera("u-full", decode: "full") + Self.camera("u-every", decode: "every 200ms")
                + RunningDaemon.away
            let daemon = try RunningDaemon(Self.head + always)
            try daemon.wait(within: .seconds(10), for: "looks") {
                try untouched.allSatisfy { try daemon.looked($0) > 0 }
            }
            let clock = ContinuousClock()
            let began = clock.now
            let looksAtFirst = try daemon.looked("u-full")
            let edits = try edits()
            #expect(edits.count == 20)
            var running: [String: String] = [:]
            var reloads = 0
            for (number, edit) in edits.enumerated() {
                let before = try untouched.map { try daemon.looked($0) }
                try daemon.write(Self.head + always + edit.cameras.sorted { $0.key < $1.key }.map(\.value).joined())
                try take(edit, byCommand: number % 2 == 1, daemon)
                if edit.mistake == nil {
                    reloads += 1
                    try daemon.wait(within: .seconds(10), for: edit.what) {
                        daemon.lines("configuration reloaded").count == reloads
                    }
                    try daemon.wait(within: .seconds(5), for: "the end of the alarm") { try alarms(daemon).isEmpty }
                    running = edit.cameras
                }
                let ids = (try daemon.json("/api/state")["cameras"] as? [[String: Any]] ?? []).compactMap {
                    $0["id"] as? String
                }
                #expect(ids.sorted() == (known + running.keys).sorted(), "\(edit.what)")
                try daemon.wait(within: .seconds(10), for: "looks of \(running.keys) after: \(edit.what)") {
                    try running.keys.allSatisfy { try daemon.looked($0) > 0 }
                }
                try daemon.wait(within: .seconds(10), for: "looks of the untouched after: \(edit.what)") {
                    zip(try untouched.map { try daemon.looked($0) }, before).allSatisfy { $0 >= $1 + 3 }
                }
            }
            let looks = try daemon.looked("u-full") - looksAtFirst
            let seconds = (clock.now - began).inSeconds
            for camera in untouched {
                let label = "{camera=\"\(camera)\"}"
                #expect(try daemon.metric("dropped_total\(label)") == 0)
                #expect(try daemon.metric("reconnects_total\(label)") == 0)
                #expect(try daemon.metric("damaged_total\(label)") == 0)
            }
            // Every picture that came was looked at, but for the few under way; and they came without a gap.
            let packets = try daemon.metric("packets_total{camera=\"u-full\"}")
            let looked = Double(try daemon.looked("u-full"))
            #expect(packets - looked <= 4, "\(packets) packets, \(looked) looks")
            #expect(abs(Double(looks) - 10 * seconds) < 12, "\(looks) looks in \(seconds) s")
            try relearn("u-every", daemon)
            print("20 edits in \(Int(seconds)) s, \(looks) looks at 10 a second, \(Int(packets - looked)) under way")
            try daemon.expectNoSecret()
            #expect(daemon.end() == 0)
            try daemon.expectNoSecret()
        }

        /// What a camera learned of its place by itself is forgotten on demand, and it is watched on.
        private func relearn(_ camera: String, _ daemon: RunningDaemon) throws {
            let learned = daemon.folder.appending(path: "data/usual/\(camera).json")
            try FileManager.default.createDirectory(
                at: learned.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("[]".utf8).write(to: learned)
            let reloads = daemon.lines("configuration reloaded").count
            let outcome = try Machine.run([
                Machine.program, "reload", "--config", daemon.configuration.path, "--relearn", camera,
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            try daemon.wait(within: .seconds(10), for: "the reload") {
                daemon.lines("configuration reloaded").count == reloads + 1
            }
            #expect(daemon.lines("configuration reloaded").last?.contains("changed=1") == true)
            #expect(!FileManager.default.fileExists(atPath: learned.path))
            let before = try daemon.looked(camera)
            try daemon.wait(within: .seconds(10), for: "looks after it") { try daemon.looked(camera) != before }
            let unknown = try Machine.run([
                Machine.program, "reload", "--config", daemon.configuration.path, "--relearn", "nobody",
            ])
            #expect(unknown.status != 0 && unknown.errors.contains("--relearn"), "\(unknown.errors)")
        }

        /// Lets the daemon take over what was written; a mistake must be named and change nothing.
        private func take(_ edit: Edit, byCommand: Bool, _ daemon: RunningDaemon) throws {
            guard byCommand else {
                daemon.signal(SIGHUP)
                guard let mistake = edit.mistake else { return }
                try daemon.wait(within: .seconds(10), for: "the alarm after: \(edit.what)") {
                    try alarms(daemon) == ["configuration-broken"]
                }
                #expect(!daemon.lines("configuration mistake", mistake).isEmpty, "\(edit.what)")
                return
            }
            let outcome = try Machine.run([Machine.program, "reload", "--config", daemon.configuration.path])
            if let mistake = edit.mistake {
                #expect(outcome.status != 0 && outcome.errors.contains(mistake), "\(edit.what): \(outcome.errors)")
            } else {
                #expect(outcome.status == 0, "\(edit.what): \(outcome.errors)")
            }
        }

        private func alarms(_ daemon: RunningDaemon) throws -> [String] {
            String(decoding: try daemon.get("/metrics").body, as: UTF8.self).matches(
                of: /piculet_alarm\{alarm="([^"]+)"\}/
            )
            .map { String($0.1) }
        }
    }
}
