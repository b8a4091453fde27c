import CaseBook
import Cases
import Foundation
import Media
import Store
import TestSupport
import Testing

@Suite struct DaemonStoreTests {
    private let path: String

    init() throws { path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path }

    private func store() throws -> CaseStore { try CaseStore(path: path, create: true) }

    private func at(_ second: Int64) -> WallTime { WallTime(milliseconds: second * 1000) }

    private func event(_ state: HealthState, _ second: Int64) -> HealthEvent {
        HealthEvent(camera: "gate", state: state, from: at(second), reason: Words(zh: "原因", en: "reason"))
    }

    @Test func `the states that last are known, and those that ended long ago are forgotten`() throws {
        let store = try store()
        for state in [event(.connecting, 0), event(.live, 5), event(.offline, 60)] {
            try store.transact { try $0.begin(state) }
        }
        #expect(try store.lastingHealth() == ["gate": event(.offline, 60)])
        try store.endHealth(of: "gate", at: at(70))
        #expect(try store.lastingHealth().isEmpty)
        try store.forgetHealth(before: at(65))
        #expect(try store.health(limit: 10).map(\.state) == [.offline])
    }

    @Test func `a run that did not end in order is known by its last sign of life`() throws {
        let store = try store()
        #expect(try store.beginRun(at: at(0)) == nil)
        try store.noteRun(at: at(50), ends: false)
        let killed = try #require(try store.beginRun(at: at(100)))
        #expect(killed.startedAt == at(0) && killed.seenAt == at(50) && killed.endedAt == nil)
        try store.noteRun(at: at(150), ends: true)
        #expect(try store.beginRun(at: at(200))?.endedAt == at(150))
    }

    @Test func `crashes and quarantine are kept`() throws {
        let store = try store()
        try store.setCrashes([
            "a": .init(inARow: 2, quarantinedAt: nil, source: nil),
            "b": .init(inARow: 3, quarantinedAt: at(9), source: "rtsp://b/s (tcp)"),
        ])
        let kept = try store.crashes()
        #expect(kept["a"]?.inARow == 2 && kept["a"]?.quarantinedAt == nil)
        #expect(kept["b"]?.inARow == 3 && kept["b"]?.quarantinedAt == at(9))
        #expect(kept["b"]?.source == "rtsp://b/s (tcp)")
    }

    @Test func `evidence that goes leaves the case, its hash and a line in its log`() throws {
        let store = try store()
        let sample = SampleCase(evidence: Evidence(original: "evidence/a.jpg", sha256: "ab", marked: "evidence/b.jpg"))
        let record = sample.record
        _ = try store.open(sample.intake, evidence: sample.evidence, under: SampleCase.scheme)
        let kept = try store.keptEvidence()
        #expect(kept.map(\.paths) == [["evidence/a.jpg", "evidence/b.jpg"]] && kept.map(\.isOpen) == [true])
        try store.noteEvidenceGone([(record.number, MissingEvidence.tooOld.rawValue)], at: at(99))
        let found = try #require(try store.find(record.number))
        #expect(found.record.evidence.original == nil && found.record.evidence.sha256 == "ab")
        #expect(found.record.evidence.missing == "older than evidence.keep")
        #expect(found.log.last?.kind == "evidence-gone")
        #expect(try store.keptEvidence().isEmpty)
    }
}
