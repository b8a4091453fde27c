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
    private let startedAt: WallTime
    private let hitAt: WallTime
    private let box: Box
    private let measure: Double
    private let score: Double
    private let evidence: Evidence
    private let course: String
    private let policy: String

    init(_ row: Row) {
        (number, incident, algorithm) = (row["number"], row["incident"], row["algorithm"])
        (camera, cameraName, zone) = (row["camera"], row["camera_name"], row["zone"])
        (assignment, course, policy) = (row["assignment"], row["course"], row["policy"])
        startedAt = WallTime(milliseconds: row["started_at"])
        hitAt = WallTime(milliseconds: row["hit_at"])
        box = Box(x: row["x"], y: row["y"], width: row["width"], height: row["height"])
        (measure, score) = (row["measure"], row["score"])
        evidence = Evidence(
            original: row["original"], sha256: row["sha256"], marked: row["marked"], missing: row["missing"])
    }

    func record() throws -> CaseRecord {
        var course: CaseCourse = try CaseStore.value(self.course)
        course.policy = try Policies.policy(policy)
        return CaseRecord(
            number: CaseNumber(number), incident: incident, algorithm: algorithm, camera: camera,
            cameraName: cameraName, zone: zone, assignment: try CaseStore.value(assignment), startedAt: startedAt,
            hitAt: hitAt, box: box, measure: measure, score: score, evidence: evidence,
            course: course)
    }
}

extension [KeptCase] {
    /// All of them, read on all cores.
    func records() throws -> [CaseRecord] {
        try InParallel.map(self) { kept in Result { try kept.record() } }.map { try $0.get() }
    }
}
