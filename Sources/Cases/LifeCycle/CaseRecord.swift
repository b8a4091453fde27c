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
    /// To whom it went at first, and why.
    package let assignment: Dispatcher.Assignment
    package let box: Box
    package let measure: Double
    package let score: Double
    /// How large it was on the ground at its first hit; nil: nobody asked, the camera cannot tell, or it is not known any more.
    package let extent: Extent?
    package var evidence: Evidence
    package var course: CaseCourse

    package var state: CaseState { course.state }
    /// The first observation, also of what was merged into it.
    package var startedAt: WallTime { course.startedAt }
    package var hitAt: WallTime { course.hitAt }
    /// Ids of the grids that it lies in, from the top down; empty: no grid owns the place.
    package var grids: [String] {
        assignment.rungs.map { $0.reversed().map(\.grid) } ?? [assignment.grid].compactMap(\.self)
    }
    /// The unit that has it, or had it last; the owner's where it never went to one.
    package var lead: String { course.order?.lead ?? assignment.unit }

    package init(
        number: CaseNumber, incident: String, algorithm: String, camera: String, cameraName: String, zone: String,
        assignment: Dispatcher.Assignment, box: Box, measure: Double, score: Double, extent: Extent? = nil,
        evidence: Evidence, course: CaseCourse
    ) {
        (self.number, self.incident, self.algorithm) = (number, incident, algorithm)
        (self.camera, self.cameraName, self.zone) = (camera, cameraName, zone)
        (self.assignment, self.box, self.measure, self.score) = (assignment, box, measure, score)
        (self.extent, self.evidence, self.course) = (extent, evidence, course)
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
