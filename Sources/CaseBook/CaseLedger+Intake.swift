import Cases
import Media

/// How what cameras saw becomes cases, in a unit of work.
extension LedgerUnit {
    /// Opens the case of an incident's first hit, once: a second opening of the same incident changes nothing.
    ///
    /// A number that another incident's case has is passed over for the next free one. Where a case of the same place was
    /// closed lately, the new one says that it came back.
    ///
    /// - Returns: the case as it is kept.
    package func open(_ intake: CaseIntake, evidence: Evidence, under scheme: CaseScheme) throws -> CaseRecord {
        if let known = try find(incident: intake.incident.key) { return known }
        var intake = intake
        while try holds(intake.number) { intake.number = intake.number.next }
        let earlier = try Recurrence.before(intake.incident.firstHit, self)
        let hit = intake.incident.firstHit
        let mode = try stand(of: ModePair(camera: hit.camera, algorithm: hit.algorithm), under: scheme.modes).mode
        let (record, log) = scheme.open(intake, evidence: evidence, recurrenceOf: earlier, mode: mode)
        try insert(intake.incident)
        try insert(record, log: log, dueAt: record.course.nextDue(scheme.calendars)?.at)
        return record
    }

    /// Notes that an incident turned quiet, fires again or ended.
    package func turn(_ incident: IncidentTracker.Incident) throws {
        try turn(incident.key, to: incident.phase, sustainedAt: incident.sustainedAt)
    }
}

/// The same, each a unit of work of its own.
extension CaseLedger {
    package func open(
        _ intake: CaseIntake, evidence: Evidence, under scheme: CaseScheme
    ) throws(StoreError) -> CaseRecord {
        try transact { try $0.open(intake, evidence: evidence, under: scheme) }
    }

    /// Notes a further hit of an incident.
    package func note(_ hit: Hit, incident: String) throws(StoreError) {
        try transact { try $0.insert(hit, incident: incident) }
    }

    package func turn(_ incident: IncidentTracker.Incident) throws(StoreError) {
        try transact { try $0.turn(incident) }
    }

    /// Keeps cases that are known from elsewhere, as where their store was lost: their logs begin with what they came to.
    package func takeOver(_ records: [CaseRecord], at now: WallTime, _ calendars: CalendarBook) throws(StoreError) {
        try transact { unit in
            for record in records where try !unit.holds(record.number) {
                let hit = Hit(
                    camera: record.camera, algorithm: record.algorithm, zone: record.zone,
                    startedAt: record.course.ownStart, hitAt: record.hitAt, box: record.box, measure: record.measure,
                    score: record.score, extent: record.extent)
                try unit.insert(
                    IncidentTracker.Incident(
                        key: record.incident, firstHit: hit, box: record.box, sustainedAt: now, phase: .firing, hits: 1)
                )
                let event = CaseEvent(
                    sequence: 1, at: now, actor: CaseActor.system.name, content: .takenOver(record.course), note: "")
                try unit.insert(record, log: [event], dueAt: record.course.nextDue(calendars)?.at)
            }
        }
    }
}

/// What came back after its case was closed (复发).
enum Recurrence {
    /// Of two boxes, the share of the smaller one that makes them one place.
    private static let overlap = 0.1
    private static let window = Duration.seconds(24 * 3600)

    /// The case that was closed last at a hit's place; a merged one counts as its master. What was no case, a false
    /// detection or something permitted, does not come back.
    static func before(_ hit: Hit, _ view: any LedgerView) throws -> CaseNumber? {
        var query = CaseQuery()
        (query.camera, query.type, query.zone) = (hit.camera, hit.algorithm, hit.zone)
        query.states = [.closed, .forcedClosed, .merged]
        query.endedFrom = hit.hitAt + (.zero - window)
        let closed = try view.list(query).cases.filter { $0.box.overlap(hit.box) > overlap }
            .compactMap { record -> CaseRecord? in
                guard let merging = record.course.merging, record.state == .merged else { return record }
                let master = try view.readable(CaseNumber(merging.into))
                return master.flatMap { [.closed, .forcedClosed].contains($0.state) ? $0 : nil }
            }
        return closed.max { ($0.course.endedAt ?? $0.hitAt) < ($1.course.endedAt ?? $1.hitAt) }?.number
    }
}
