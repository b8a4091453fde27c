import CaseBook
import Cases
import Foundation
import Media
import Store

/// Hours of one camera whose hits people review: for a while it is right, then wrong, then right again, and its mode follows.
/// A minute a hit, on a clock of its own.
///
/// As `ScriptedDay` it may break off at any moment; the store says how far it came.
package struct ScriptedReviews: Sendable {
    private static let minutes = 160
    private static let pair = ModePair(camera: "gate", algorithm: "street-stall")
    /// 2026-03-03 00:00 in Shanghai.
    private static let midnight = WallTime(milliseconds: 1_772_467_200_000)

    package static let scheme = {
        var rule = ModeRule()
        (rule.start, rule.latest) = (.shadow, 40)
        rule.promotion = .init(reviewed: 20, precision: 0.7)
        rule.demotion = .init(reviewed: 12, precision: 0.6)
        rule.silencing = .init(reviewed: 12, precision: 0.4)
        return CaseScheme(calendars: ScriptedDay.calendars, modes: ModePlan(rule: rule))
    }()

    /// What was there at each minute.
    private let truths: [CaseVerdict]

    package init(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        truths = (0..<Self.minutes).map { minute in
            let isSound = minute < 60 || minute >= 110
            let sometimes = Int.random(in: 0..<20, using: &random)
            if sometimes == 0 { return [.permitted, .duplicate, .unclear].randomElement(using: &random) ?? .unclear }
            return isSound == (sometimes > 1) ? .correct : .wrong
        }
    }

    package static func time(_ minute: Int) -> WallTime { midnight + .seconds(60 * minute) }

    /// Goes on with the hours, or begins them.
    package func run(on store: CaseStore) throws {
        for minute in truths.indices {
            let record = try open(minute, store)
            if record.course.judged == nil { try review(record, truths[minute], minute, store) }
        }
    }

    private func open(_ minute: Int, _ store: CaseStore) throws -> CaseRecord {
        let hit = Hit(
            camera: Self.pair.camera, algorithm: Self.pair.algorithm, zone: "kerb",
            startedAt: Self.time(minute) + .seconds(-180), hitAt: Self.time(minute),
            box: Box(x: 0.1, y: 0.2, width: 0.3, height: 0.4), measure: 1, score: 0.9)
        var tracker = IncidentTracker(quietAfter: .seconds(1200))
        guard case .opened(let incident)? = tracker.take(hit).first else { preconditionFailure("a first hit opens") }
        let owner = Dispatcher(.empty).assign(grid: nil, location: nil, on: CalendarDate(day: 20_515))
        let intake = CaseIntake(
            incident: incident, number: CaseNumber(incident: incident.key, date: "2026-03-03"), cameraName: "门",
            assignment: owner, place: nil)
        return try store.open(intake, evidence: .missing("scripted"), under: Self.scheme)
    }

    /// What waits for a review is made a case or rejected; of all else somebody says what it was.
    private func review(_ record: CaseRecord, _ truth: CaseVerdict, _ minute: Int, _ store: CaseStore) throws {
        let actions: [CaseAction] =
            switch (record.state, truth) {
            case (.reported, .correct): [.accept, .register(Self.scheme.registration(of: record))]
            case (.pendingRegister, _): [.register(Self.scheme.registration(of: record))]
            case (.reported, .wrong): [.reject(.falseDetection)]
            default: [.judge(truth)]
            }
        for action in actions {
            _ = try store.act(
                action, on: record.number, by: .anybody("李某"), note: "看图", at: Self.time(minute) + .seconds(30),
                under: Self.scheme)
        }
    }
}
