import CaseBook
import Cases
import Foundation
import Media
import Store
import TestSupport
import Testing

extension Alone {
    /// The machine loses its power, again and again: the daemon is killed while it works and goes on from its store.
    @Suite struct Killed {
        /// A time during which a camera was looked at, in seconds of the film.
        private struct Watch {
            let camera: String
            let from: Double
            let to: Double
        }

        /// Dwell, and what it takes to see that a thing is at rest: whoever was seen so long has a case.
        private static let certain = 5.0

        @Test func `killed 50 times under load, each event has exactly one case`() throws {
            var random = SeededRandom(seed: 20)
            let lives = (0..<50).map { _ in Double.random(in: 0.5...2.5, using: &random) }
            let learning = 14.0
            let length = learning + lives.reduce(0, +) + 50 * 0.8 + 30
            let film = try NumberedEvents(cameras: 4, length: length + 30, first: learning, last: length - 40)
            let street =
                "zones: [{id: place, kind: pavement, polygon: [[0,0],[1,0],[1,1],[0,1]]}], "
                + "algorithms: [{use: street-stall, dwell: 1s}], person: {near: 0.2, far: 0.2}"
            let numbered = film.cameras.enumerated().map {
                "  - {id: \($1), source: \"\(film.source(of: $1))\", decode: \($0 % 2 == 0 ? "full" : "keyframes"), \(street)}\n"
            }
            let load = ["stall", "crowd"].map {
                "  - {id: load-\($0), source: \"\(Machine.samples)/\($0).mp4\", decode: every 1s, \(street)}\n"
            }
            let daemon = try RunningDaemon("cameras:\n" + (numbered + load + [RunningDaemon.away]).joined())
            try film.play()
            var watched: [Watch] = []
            for (number, life) in ([learning] + lives + [25]).enumerated() {
                let began = try firstLooks(daemon, film)
                // The world goes on for a while; nothing else tells when.
                let end = film.now + life
                try daemon.wait(within: .seconds(life + 10), for: "the end of life \(number)") { film.now >= end }
                let last = film.now
                watched += began.map { Watch(camera: $0.key, from: $0.value, to: last) }
                if number <= lives.count {
                    #expect(daemon.end(SIGKILL) == SIGKILL)
                    try daemon.start()
                }
            }
            try daemon.expectNoSecret()
            #expect(daemon.end() == 0)
            try daemon.expectNoSecret()
            #expect(watched.count >= 50 * film.cameras.count * 9 / 10, "cameras were looked at in most lives")
            try judge(film, watched, try CaseStore(path: daemon.storePath, create: false).list().cases)
        }

        /// When each camera was first looked at in this life, in seconds of the film.
        private func firstLooks(_ daemon: RunningDaemon, _ film: NumberedEvents) throws -> [String: Double] {
            var began: [String: Double] = [:]
            let patience = film.now + 2.4
            try daemon.wait(within: .seconds(20), for: "looks") {
                for camera in film.cameras where began[camera] == nil {
                    if try daemon.looked(camera) > 0 { began[camera] = film.now }
                }
                return began.count == film.cameras.count || film.now > patience && film.now > 10
            }
            return began
        }

        private func judge(_ film: NumberedEvents, _ watched: [Watch], _ cases: [CaseRecord]) throws {
            var (certain, stayed) = (0, 0)
            var left = cases.filter { $0.camera.hasPrefix("numbered") }
            for event in film.events {
                let its = left.filter {
                    $0.camera == event.camera && $0.box.intersection(event.box) > 0.3 * event.box.area
                }
                left.removeAll { one in its.contains { $0.number == one.number } }
                let mustBeThere = watched.contains {
                    $0.camera == event.camera
                        && min($0.to, event.leaves) - max($0.from, event.appears) >= Self.certain
                }
                if mustBeThere { certain += 1 }
                if event.leaves.isInfinite { stayed += 1 }
                let told =
                    "\(event.camera) number \(event.number) at \(event.appears) s: \(its.map(\.number.description))"
                #expect(its.count <= 1, "more than one case: \(told)")
                if mustBeThere { #expect(its.count == 1, "no case: \(told)") }
            }
            #expect(left.isEmpty, "cases of nothing: \(left.map { "\($0.camera) \($0.box)" })")
            #expect(certain >= stayed && stayed >= 40, "most events were seen for certain")
            print("\(film.events.count) events, \(certain) of them certain, \(cases.count) cases")
        }
    }
}
