import Cases
import Media

/// A unit of work on a copy of what a ledger in memory holds.
final class MemoryUnit: LedgerUnit {
    var contents: MemoryContents

    init(_ contents: MemoryContents) { self.contents = contents }

    func find(_ number: CaseNumber) -> CaseRecord? { contents.cases[number]?.record }

    func find(incident: String) -> CaseRecord? { contents.numbers[incident].flatMap { find($0) } }

    func holds(_ number: CaseNumber) -> Bool { contents.cases[number] != nil }

    func log(of number: CaseNumber) -> [CaseEvent] { contents.logs[number] ?? [] }

    func list(_ query: CaseQuery) -> CaseListing {
        let found = contents.cases.values.map(\.record).filter { query.matches($0) }.sorted(by: MemoryContents.inOrder)
            .filter { record in
                query.after.map { after in
                    (after.startedAt, after.number.description) < (record.startedAt, record.number.description)
                } ?? true
            }
        return CaseListing(cases: Array(found.prefix(query.limit ?? found.count)), aside: [])
    }

    func due(until now: WallTime, limit: Int) -> [ReadCase] {
        let due = contents.cases.compactMap { number, kept in kept.dueAt.map { (at: $0, number: number, kept: kept) } }
            .filter { $0.at <= now }.sorted { ($0.at, $0.number.description) < ($1.at, $1.number.description) }
        return due.prefix(limit).map { ReadCase(number: $0.number, record: .success($0.kept.record)) }
    }

    func nextDue() -> WallTime? { contents.cases.values.compactMap(\.dueAt).min() }

    func mark() -> LedgerMark { LedgerMark(line: Int64(contents.lines.count)) }

    func cases(that took: CaseAction.Kind, since mark: LedgerMark) -> [CaseNumber] {
        contents.lines.dropFirst(Int(mark.line)).filter { $0.kind == took.rawValue }.map(\.number)
    }

    func openIncidents() -> [IncidentTracker.Incident] {
        contents.incidents.values.filter { $0.phase != .ended }.map { one in
            let hits = (contents.hits[one.key] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
            return IncidentTracker.Incident(
                key: one.key, firstHit: one.firstHit, box: hits.last?.box ?? one.box, sustainedAt: one.sustainedAt,
                phase: one.phase, hits: hits.count)
        }
    }

    func parked(limit: Int) -> [ParkedWrite] { contents.parked.reversed().prefix(limit).map(\.self) }

    func health(of camera: String?, limit: Int) -> [HealthEvent] {
        let found = contents.health.reversed().filter { camera == nil || $0.camera == camera }
        return Array(found.prefix(limit))
    }

    func hits(_ query: HitQuery) -> [JudgedHit] {
        let found = contents.cases.values.map(\.record).sorted {
            ($0.hitAt, $0.number.description) > ($1.hitAt, $1.number.description)
        }.map { JudgedHit($0) }.filter(query.matches)
        return Array(found.prefix(query.limit ?? found.count))
    }

    func modeChanges(of pair: ModePair?, after line: Int64) -> [ModeChange] {
        contents.modes.filter { $0.sequence > line && (pair == nil || $0.pair == pair) }
    }

    func append(_ change: ModeChange) {
        contents.modes.append(change.numbered(Int64(contents.modes.count + 1)))
    }

    func insert(_ incident: IncidentTracker.Incident) throws {
        guard contents.incidents[incident.key] == nil else { return }
        contents.incidents[incident.key] = incident
        try insert(incident.firstHit, incident: incident.key)
    }

    func insert(_ hit: Hit, incident: String) throws {
        guard contents.incidents[incident] != nil else { throw Self.atOdds("there is no incident '\(incident)'") }
        guard contents.hits[incident]?[hit.hitAt] == nil else { return }
        contents.hits[incident, default: [:]][hit.hitAt] = hit
    }

    func turn(_ incident: String, to phase: IncidentTracker.Phase, sustainedAt: WallTime) {
        guard let known = contents.incidents[incident], known.phase != .ended else { return }
        contents.incidents[incident] = IncidentTracker.Incident(
            key: known.key, firstHit: known.firstHit, box: known.box, sustainedAt: sustainedAt, phase: phase,
            hits: known.hits)
    }

    func end(_ incident: String) {
        guard let known = contents.incidents[incident] else { return }
        turn(incident, to: .ended, sustainedAt: known.sustainedAt)
    }

    func insert(_ record: CaseRecord, log: [CaseEvent], dueAt: WallTime?) throws {
        if holds(record.number) { throw Self.atOdds("there is a case \(record.number) already") }
        if let number = contents.numbers[record.incident] {
            throw Self.atOdds("the incident '\(record.incident)' has the case \(number) already")
        }
        contents.cases[record.number] = MemoryContents.Kept(record: record, dueAt: dueAt)
        contents.numbers[record.incident] = record.number
        for event in log { append(event, to: record.number) }
    }

    func keep(_ changes: [CaseChange]) {
        for change in changes {
            let number = change.record.number
            contents.cases[number] = MemoryContents.Kept(record: change.record, dueAt: change.dueAt)
            for event in change.events { append(event, to: number) }
        }
    }

    func leave(_ number: CaseNumber, _ event: CaseEvent) {
        contents.cases[number]?.dueAt = nil
        append(event, to: number)
    }

    func park(_ write: ParkedWrite) { contents.parked.append(write) }

    func begin(_ state: HealthEvent) {
        endHealth(of: state.camera, at: state.from)
        contents.health.append(state)
    }

    func endHealth(of camera: String, at now: WallTime) {
        guard let last = contents.health.lastIndex(where: { $0.camera == camera && $0.to == nil }) else { return }
        contents.health[last].to = max(contents.health[last].from, now)
    }

    private func append(_ event: CaseEvent, to number: CaseNumber) {
        let log = contents.logs[number] ?? []
        contents.logs[number] =
            log + [
                CaseEvent(
                    sequence: log.count + 1, at: event.at, actor: event.actor, content: event.content, note: event.note)
            ]
        contents.lines.append((number, event.kind))
    }

    private static func atOdds(_ words: String) -> StoreError {
        StoreError(
            reason: Words(zh: words, en: words), place: "memory",
            advice: Words(zh: "请报告", en: "Report it"), outlook: .never)
    }
}
