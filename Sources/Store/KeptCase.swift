import CaseBook
import Cases
import Foundation
import GRDB
import Media

/// A row of `case_file` as it stands there; what is JSON in it is read later, by whoever has time.
struct KeptCase: Sendable {
    let number: String
    private let incident: String
    private let algorithm: String
    private let camera: String
    private let cameraName: String
    private let zone: String
    private let assignment: String
    private let box: Box
    private let measure: Double
    private let score: Double
    private let extent: String?
    private let evidence: Evidence
    private let course: String
    private let policy: String

    init(_ row: Row) {
        (number, incident, algorithm) = (row["number"], row["incident"], row["algorithm"])
        (camera, cameraName, zone) = (row["camera"], row["camera_name"], row["zone"])
        (assignment, course, policy) = (row["assignment"], row["course"], row["policy"])
        box = Box(x: row["x"], y: row["y"], width: row["width"], height: row["height"])
        // A store that is brought up to date is read while it has no column for extents.
        (measure, score, extent) = (row["measure"], row["score"], row["extent"])
        evidence = Evidence(
            original: row["original"], sha256: row["sha256"], marked: row["marked"], missing: row["missing"])
    }

    func record() throws -> CaseRecord {
        var course: CaseCourse = try KeptText.value(self.course)
        course.policy = try KeptOnce.policies.value(policy)
        return CaseRecord(
            number: CaseNumber(number), incident: incident, algorithm: algorithm, camera: camera,
            cameraName: cameraName, zone: zone, assignment: try KeptOnce.assignments.value(assignment), box: box,
            measure: measure, score: score, extent: try extent.map { try KeptText.value($0) }, evidence: evidence,
            course: course)
    }
}

extension [KeptCase] {
    /// All of them, read on all cores.
    func read() -> [ReadCase] {
        InParallel.map(self) { kept in
            ReadCase(
                number: CaseNumber(kept.number),
                record: Result { try kept.record() }.mapError { StoreError($0, place: "store") })
        }
    }
}
