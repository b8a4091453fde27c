import Cases
import Media
import Pipeline
import Scene
import Store
import TestSupport
import Testing
import Watching

@Suite struct QuarantineTests {
    private func plan(_ source: String) throws -> CameraPlan {
        CameraPlan(
            setup: CameraSetup(
                id: "gate", name: "西门", ownership: Ownership(.empty, grid: nil, location: nil), zones: [], watches: [],
                personScale: .streetCamera, policy: .keyframes),
            address: try SourceAddress(configured: source, folder: "/", variable: { _ in "secret" }))
    }

    /// A store in which the gate was set aside while it had a source.
    private func store(source: String) throws -> (store: CaseStore, path: String) {
        let path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path
        let store = try CaseStore(path: path, create: true)
        try store.setCrashes([
            "gate": .init(
                inARow: 3, quarantinedAt: WallTime(milliseconds: 1), source: "\(try plan(source).address) (tcp)")
        ])
        return (store, path)
    }

    @Test func `a camera stays aside over a restart, and is watched again when its source was edited`() throws {
        let now = WallTime(milliseconds: 10_000)
        let (store, path) = try store(source: "rtsp://viewer:${P}@10.0.0.1/one")
        let quarantine = Quarantine(store, besides: path, log: Logbook(clock: ManualClock()))
        #expect(try quarantine.begin([plan("rtsp://viewer:${P}@10.0.0.1/one")], at: now) == ["gate"])
        #expect(try quarantine.begin([plan("rtsp://viewer:${P}@10.0.0.1/two")], at: now).isEmpty)
        #expect(try store.crashes().isEmpty)
    }

    @Test func `what is kept of a source holds no secret`() throws {
        let (store, _) = try store(source: "rtsp://viewer:${P}@10.0.0.1/one")
        #expect(try store.crashes()["gate"]?.source?.contains("secret") == false)
    }
}
