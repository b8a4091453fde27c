import CaseBook
import Cases
import GRDB
import Media

/// Cases and their logs as rows.
extension StoreUnit {
    func insert(_ record: CaseRecord, log: [CaseEvent], dueAt: WallTime?) throws {
        let now = CaseColumns(record.course)
        try database.cachedStatement(
            sql: """
                INSERT INTO case_file (
                    number, incident, algorithm, camera, camera_name, zone, assignment, started_at, hit_at, ended_at,
                    x, y, width, height, measure, score, state, original, sha256, marked, missing, course, policy,
                    due_at, lead, person, grid_path, verdict, extent
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            record.number.description, record.incident, record.algorithm, record.camera, record.cameraName,
            record.zone, try KeptOnce.assignments.text(record.assignment), now.startedAt.milliseconds,
            record.hitAt.milliseconds, now.endedAt?.milliseconds, record.box.x, record.box.y, record.box.width,
            record.box.height, record.measure, record.score, now.state.rawValue, record.evidence.original,
            record.evidence.sha256, record.evidence.marked, record.evidence.missing,
            try KeptText.json(record.course), try KeptOnce.policies.text(record.course.policy), dueAt?.milliseconds,
            now.lead,
            now.person, CaseColumns.gridPath(record.grids), now.verdict?.rawValue,
            try record.extent.map { try KeptText.json($0) },
        ])
        for event in log { try append(event, try KeptText.data(of: event), to: record.number.description) }
    }

    func keep(_ changes: [CaseChange]) throws {
        let texts = InParallel.map(changes) { change in Result { try ChangeTexts(change) } }
        for (change, text) in zip(changes, texts) { try write(change, try text.get()) }
    }

    private func write(_ change: CaseChange, _ texts: ChangeTexts) throws {
        let number = change.record.number.description
        let (before, now) = (CaseColumns(change.before), CaseColumns(change.record.course))
        if before == now {
            // Most of what falls due: no index but that of dues is touched.
            try database.cachedStatement(sql: "UPDATE case_file SET course = ?, due_at = ? WHERE number = ?")
                .execute(arguments: [texts.course, change.dueAt?.milliseconds, number])
        } else {
            try database.cachedStatement(
                sql: """
                    UPDATE case_file SET state = ?, started_at = ?, ended_at = ?, lead = ?, person = ?, verdict = ?,
                    course = ?, due_at = ? WHERE number = ?
                    """
            ).execute(arguments: [
                now.state.rawValue, now.startedAt.milliseconds, now.endedAt?.milliseconds, now.lead, now.person,
                now.verdict?.rawValue, texts.course, change.dueAt?.milliseconds, number,
            ])
        }
        if let picture = change.record.course.afterPicture, picture != change.before.afterPicture {
            try database.execute(
                sql: """
                    UPDATE case_file SET after_pictures = coalesce(after_pictures || char(10), '') || ?
                    WHERE number = ?
                    """, arguments: [picture.path, number])
        }
        for (event, data) in zip(change.events, texts.data) { try append(event, data, to: number) }
    }

    /// What is to be written of a change, as JSON.
    private struct ChangeTexts: Sendable {
        let course: String
        let data: [String?]

        init(_ change: CaseChange) throws {
            course = try KeptText.json(change.record.course)
            data = try change.events.map { try KeptText.data(of: $0) }
        }
    }

    func leave(_ number: CaseNumber, _ event: CaseEvent) throws {
        try database.execute(
            sql: "UPDATE case_file SET due_at = NULL WHERE number = ?", arguments: [number.description])
        try append(event, nil, to: number.description)
    }

    func find(_ number: CaseNumber) throws -> CaseRecord? {
        try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM case_file WHERE number = ?"),
            arguments: [number.description]
        ).map { try KeptCase($0).record() }
    }

    func find(incident: String) throws -> CaseRecord? {
        try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM case_file WHERE incident = ?"), arguments: [incident]
        ).map { try KeptCase($0).record() }
    }

    func holds(_ number: CaseNumber) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM case_file WHERE number = ?)"),
            arguments: [number.description]) ?? false
    }

    func log(of number: CaseNumber) throws -> [CaseEvent] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM case_event WHERE number = ? ORDER BY sequence",
            arguments: [number.description]
        ).map { row in
            CaseEvent(
                sequence: row["sequence"], at: WallTime(milliseconds: row["at"]), actor: row["actor"],
                content: try KeptText.content(kind: row["kind"], data: row["data"]), note: row["note"])
        }
    }
}
