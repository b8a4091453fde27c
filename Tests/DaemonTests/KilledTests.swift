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

        /// What the events of one film came to.
        private struct Outcome {
            /// Watched so long in one life that they must have a case.
            var certain = 0
            var stayed = 0
        }

        /// Five daemons at once, each killed a fifth as often: most of a life is waiting for a camera.
        @Test func `killed 50 times under load, each event has exactly one case`() async throws {
            let loads = ["stall", "crowd", "stall-grey", "passers", "parked-van"]
            let outcomes = try await withTaskExecutorPreference(ThreadEach.shared) {
                try await withThrowingTaskGroup(of: Outcome.self) { group in
                    for (number, load) in loads.enumerated() {
                        group.addTask {
                            try Self.live(kills: 50 / loads.count, cameras: 2, seed: 20 + UInt64(number), load: load)
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
            }
            let (certain, stayed) = (outcomes.map(\.certain).reduce(0, +), outcomes.map(\.stayed).reduce(0, +))
            #expect(certain >= stayed && stayed >= 40, "most events were seen for certain")
        }

        private static func live(kills: Int, cameras: Int, seed: UInt64, load: String) throws -> Outcome {
            var random = SeededRandom(seed: seed)
            let lives = (0..<kills).map { _ in Double.random(in: 0.5...2.5, using: &random) }
            let learning = 14.0
            let length = learning + lives.reduce(0, +) + Double(kills) * 0.8 + 20
            let film = try NumberedEvents(cameras: cameras, length: length + 30, first: learning, last: length - 30)
            let street =
                "zones: [{id: place, kind: pavement, polygon: [[0,0],[1,0],[1,1],[0,1]]}], "
                + "algorithms: [{use: street-stall, dwell: 1s}], person: {near: 0.2, far: 0.2}"
            let numbered = film.cameras.enumerated().map {
                "  - {id: \($1), source: \"\(film.source(of: $1))\", decode: \($0 % 2 == 0 ? "full" : "keyframes"), \(street)}\n"
            }
            let other = "  - {id: load, source: \"\(Machine.samples)/\(load).mp4\", decode: every 1s, \(street)}\n"
            let daemon = try RunningDaemon("cameras:\n" + (numbered + [other, RunningDaemon.away]).joined())
            try film.play()
            var watched: [Watch] = []
            for (number, life) in ([learning] + lives + [15]).enumerated() {
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
            #expect(watched.count >= kills * film.cameras.count * 9 / 10, "cameras were looked at in most lives")
            return try judge(film, watched, try CaseStore(path: daemon.storePath, create: false).list().cases)
        }

        /// When each camera was first looked at in this life, in seconds of the film.
        private static func firstLooks(_ daemon: RunningDaemon, _ film: NumberedEvents) throws -> [String: Double] {
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

        private static func judge(_ film: NumberedEvents, _ watched: [Watch], _ cases: [CaseRecord]) throws -> Outcome {
            var outcome = Outcome()
            var left = cases.filter { $0.camera.hasPrefix("numbered") }
            for event in film.events {
                let its = left.filter {
                    $0.camera == event.camera && $0.box.intersection(event.box) > 0.3 * event.box.area
                }
                left.removeAll { one in its.contains { $0.number == one.number } }
                let mustBeThere = watched.contains {
                    $0.camera == event.camera
                        && min($0.to, event.leaves) - max($0.from, event.appears) >= certain
                }
                if mustBeThere { outcome.certain += 1 }
                if event.leaves.isInfinite { outcome.stayed += 1 }
                let told =
                    "\(event.camera) number \(event.number) at \(event.appears) s: \(its.map(\.number.description))"
                #expect(its.count <= 1, "more than one case: \(told)")
                if mustBeThere { #expect(its.count == 1, "no case: \(told)") }
            }
            #expect(left.isEmpty, "cases of nothing: \(left.map { "\($0.camera) \($0.box)" })")
            print("\(film.events.count) events, \(outcome.certain) of them certain, \(cases.count) cases")
            return outcome
        }
    }
}
