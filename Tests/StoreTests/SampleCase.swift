import Cases
import Foundation
import Media
import TestSupport

/// A case as the pipeline opens it, ten seconds after what it is about began.
struct SampleCase {
    static let calendars = CalendarBook(current: .usual(in: TimeZone(identifier: "Asia/Shanghai") ?? .gmt))

    let incident: IncidentTracker.Incident
    let hit: Hit
    let record: CaseRecord
    let log: [CaseEvent]

    init(
        _ second: Int64 = 0, evidence: Evidence = .missing("no picture"),
        assignment: Dispatcher.Assignment = Dispatcher(.empty).assign(
            grid: nil, location: nil, on: CalendarDate(day: 0))
    ) {
        hit = Hit(
            camera: "gate", algorithm: "street-stall", zone: "kerb", startedAt: WallTime(milliseconds: second * 1000),
            hitAt: WallTime(milliseconds: second * 1000 + 10_000), box: Box(x: 0.1, y: 0.2, width: 0.3, height: 0.4),
            measure: 1, score: 0.8)
        var tracker = IncidentTracker(quietAfter: .seconds(60))
        guard case .opened(let incident)? = tracker.take(hit).first else { preconditionFailure("a first hit opens") }
        self.incident = incident
        (record, log) = CaseScheme(calendars: Self.calendars).open(
            incident, cameraName: "门", assignment: assignment, place: nil, evidence: evidence,
            number: CaseNumber(incident: incident.key, date: "2026-03-01"))
    }
}
