import CaseBook
import Cases
import Foundation
import Media

/// A case as the pipeline opens it, ten seconds after what it is about began.
package struct SampleCase {
    package static let calendars = CalendarBook(
        current: .usual(in: TimeZone(identifier: "Asia/Shanghai") ?? .gmt))
    package static let scheme = CaseScheme(calendars: calendars)

    package let incident: IncidentTracker.Incident
    package let hit: Hit
    package let intake: CaseIntake
    package let evidence: Evidence
    package let record: CaseRecord
    package let log: [CaseEvent]

    package init(
        _ second: Int64 = 0, box: Box = Box(x: 0.1, y: 0.2, width: 0.3, height: 0.4),
        evidence: Evidence = .missing("no picture"),
        assignment: Dispatcher.Assignment = Dispatcher(.empty).assign(
            grid: nil, location: nil, on: CalendarDate(day: 0)), number: CaseNumber? = nil
    ) {
        hit = Hit(
            camera: "gate", algorithm: "street-stall", zone: "kerb", startedAt: WallTime(milliseconds: second * 1000),
            hitAt: WallTime(milliseconds: second * 1000 + 10_000), box: box, measure: 1, score: 0.8,
            extent: Extent(size: .width(metres: 2.4)))
        var tracker = IncidentTracker(quietAfter: .seconds(60))
        guard case .opened(let incident)? = tracker.take(hit).first else { preconditionFailure("a first hit opens") }
        (self.incident, self.evidence) = (incident, evidence)
        intake = CaseIntake(
            incident: incident, number: number ?? CaseNumber(incident: incident.key, date: "2026-03-01"),
            cameraName: "门", assignment: assignment, place: nil)
        (record, log) = Self.scheme.open(intake, evidence: evidence)
    }
}
