import Media

/// A case (案件): what a person must deal with.
package struct CaseRecord: Hashable, Sendable {
    package let number: CaseNumber
    /// The incident that opened it.
    package let incident: String
    package let algorithm: String
    package let camera: String
    package let cameraName: String
    package let zone: String
    package let assignment: Dispatcher.Assignment
    package let startedAt: WallTime
    package let hitAt: WallTime
    package let box: Box
    package let measure: Double
    package let score: Double
    package var state: CaseState
    package var evidence: Evidence
    /// When the total clock stopped; nil while it runs.
    package var endedAt: WallTime?

    package init(
        number: CaseNumber, incident: String, algorithm: String, camera: String, cameraName: String, zone: String,
        assignment: Dispatcher.Assignment, startedAt: WallTime, hitAt: WallTime, box: Box, measure: Double,
        score: Double, state: CaseState, evidence: Evidence, endedAt: WallTime? = nil
    ) {
        (self.number, self.incident, self.algorithm) = (number, incident, algorithm)
        (self.camera, self.cameraName, self.zone) = (camera, cameraName, zone)
        (self.assignment, self.startedAt, self.hitAt) = (assignment, startedAt, hitAt)
        (self.box, self.measure, self.score) = (box, measure, score)
        (self.state, self.evidence, self.endedAt) = (state, evidence, endedAt)
    }

    /// Opens the case of an incident's first hit: dispatched at once.
    package static func open(
        _ incident: IncidentTracker.Incident, cameraName: String, assignment: Dispatcher.Assignment,
        evidence: Evidence, number: CaseNumber
    ) -> CaseRecord {
        let hit = incident.firstHit
        return CaseRecord(
            number: number, incident: incident.key, algorithm: hit.algorithm, camera: hit.camera,
            cameraName: cameraName, zone: hit.zone, assignment: assignment, startedAt: hit.startedAt,
            hitAt: hit.hitAt, box: hit.box, measure: hit.measure, score: hit.score, state: .dispatched,
            evidence: evidence)
    }
}

/// The pictures that show what was seen.
package struct Evidence: Hashable, Sendable {
    /// The untouched picture, a path relative to the store's folder; nil when it could not be written.
    package let original: String?
    /// SHA-256 of the original's bytes, 64 hexadecimal digits.
    package let sha256: String?
    /// A copy with the box drawn.
    package let marked: String?
    /// Why pictures are missing.
    package let missing: String?

    package init(original: String?, sha256: String?, marked: String?, missing: String? = nil) {
        (self.original, self.sha256, self.marked, self.missing) = (original, sha256, marked, missing)
    }

    package static func missing(_ reason: String) -> Evidence {
        Evidence(original: nil, sha256: nil, marked: nil, missing: reason)
    }
}

/// One line of a case's append-only log.
package struct CaseEvent: Hashable, Sendable {
    package let sequence: Int
    package let at: WallTime
    /// A person, or `system`.
    package let actor: String
    /// `opened`, `dispatched`, or an action of `CaseStateMachine`.
    package let kind: String
    package let note: String

    package init(sequence: Int, at: WallTime, actor: String, kind: String, note: String) {
        (self.sequence, self.at, self.actor, self.kind, self.note) = (sequence, at, actor, kind, note)
    }
}
