import CaseBook
import Cases
import Dispatch
import Foundation
import Media
import Store
import Watching

/// Two thousand hits a second over a thousand cameras, of which every twelfth opens a case: how long until each case is
/// dispatched and durable, and whether anything is lost.
enum HitSpeed {
    private static let cameras = 1000
    private static let aSecond = 2000
    private static let joining = 12

    /// - Parameters:
    ///   - folder: for the store; emptied before.
    ///   - seconds: for how long.
    static func tell(in folder: String, seconds: Int) throws {
        let url = URL(fileURLWithPath: folder, isDirectory: true)
        try? FileManager.default.removeItem(at: url)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let path = url.appending(path: "piculet.sqlite").path
        let queue = DispatchQueue(label: "store")
        let keeping = Keeping(try CaseStore(path: path, create: true), on: queue)
        let clock = ContinuousClock()
        let began = clock.now
        let hits = aSecond * seconds
        for number in 0..<hits {
            let due = began + .microseconds(number * 1_000_000 / aSecond)
            let early = due - clock.now
            if early > .milliseconds(1) { Thread.sleep(forTimeInterval: early.inSeconds) }
            queue.async { keeping.take(number, due: due) }
        }
        queue.sync { keeping.finish() }
        let took = (clock.now - began).inSeconds
        let again = try CaseStore(path: path, create: false)
        let cases = try again.list().cases
        let complete = try cases.filter {
            try again.find($0.number)?.log.count == 3 && $0.state == .pendingClaim && $0.evidence.sha256 != nil
        }.count
        let waits = keeping.waits.sorted()
        func share(_ part: Double) -> Double { 1000 * waits[Int(Double(waits.count - 1) * part)].inSeconds }
        print(
            "{\"hits\": \(hits), \"cameras\": \(cameras), \"cases\": \(cases.count), \"complete\": \(complete), "
                + "\"hit_rows\": \(try again.hitCount()), \"seconds\": \(took), \"p50_ms\": \(share(0.5)), "
                + "\"p99_ms\": \(share(0.99)), \"longest_ms\": \(share(1)), \"failed\": \(keeping.failed)}")
    }

    /// On the store queue: what the daemon does with a hit, but for the files of its pictures.
    private final class Keeping: @unchecked Sendable {
        // Sendable: used on one serial queue, read after it is done.
        private let queue: DispatchQueue
        private let scheme: CaseScheme
        private let owner: Dispatcher.Assignment
        private let writes: WriteQueue
        private let failures: Failures
        private var open: [IncidentTracker.Incident] = []
        private(set) var waits: [Duration] = []
        private let start = WallTime(milliseconds: 1_780_000_000_000)

        private final class Failures {
            var count = 0
        }

        var failed: Int { failures.count }

        init(_ store: CaseStore, on queue: DispatchQueue) {
            self.queue = queue
            let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
            scheme = CaseScheme(calendars: CalendarBook(current: .usual(in: zone)))
            owner = Dispatcher(.empty).assign(grid: nil, location: nil, on: CalendarDate(day: 20_000))
            let failures = Failures()
            self.failures = failures
            writes = WriteQueue(
                store,
                .init(
                    now: { WallTime(milliseconds: 0) }, soon: { body in Turn(body: body).take(on: queue) },
                    makeRoom: { false }, report: { _ in failures.count += 1 }), most: 100_000)
        }

        /// Stays on the store queue.
        private struct Turn: @unchecked Sendable {
            // Sendable: made and called on the store queue.
            let body: () -> Void

            func take(on queue: DispatchQueue) { queue.async { body() } }
        }

        /// What still waits is kept.
        func finish() { writes.retry() }

        func take(_ number: Int, due: ContinuousClock.Instant) {
            // A millisecond each: hits of one incident at the same moment are the same hit.
            let at = start + .milliseconds(number)
            guard !number.isMultiple(of: joining) else { return open(number, at, due: due) }
            // A hit of one that is open already.
            let incident = open[number &* 7919 % open.count]
            let hit = hit(of: incident.firstHit.camera, incident.firstHit.zone, at)
            writes.add(
                .init(kind: "hit", subject: incident.key, content: "") { unit in
                    try unit.insert(hit, incident: incident.key)
                    return {}
                })
        }

        private func open(_ number: Int, _ at: WallTime, due: ContinuousClock.Instant) {
            let hit = hit(of: "camera-\(number / joining % cameras)", "zone-\(number / joining / cameras)", at)
            var tracker = IncidentTracker(quietAfter: .seconds(1200))
            guard case .opened(let incident)? = tracker.take(hit, at: .zero).first else {
                preconditionFailure("a first hit opens")
            }
            open.append(incident)
            let name = "evidence/\(number)"
            let intake = CaseIntake(
                incident: incident, number: CaseNumber(incident: incident.key, date: "2026-05-29"),
                cameraName: hit.camera, assignment: owner, place: nil)
            let evidence = Evidence(
                original: "\(name)-original.jpg", sha256: String(repeating: "0", count: 64),
                marked: "\(name)-marked.jpg")
            writes.add(
                .init(kind: "case", subject: incident.key, content: "") { [self] unit in
                    _ = try unit.open(intake, evidence: evidence, under: scheme)
                    return { self.waits.append(ContinuousClock.now - due) }
                })
        }

        private func hit(of camera: String, _ zone: String, _ at: WallTime) -> Hit {
            Hit(
                camera: camera, algorithm: "street-stall", zone: zone, startedAt: at, hitAt: at,
                box: Box(x: 0.1, y: 0.2, width: 0.3, height: 0.4), measure: 1, score: 0.9)
        }
    }
}
