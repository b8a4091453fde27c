import Cases
import Media

/// What stands of a case in columns of its own, so that it can be asked for.
struct CaseColumns: Hashable {
    let state: CaseState
    let startedAt: WallTime
    let endedAt: WallTime?
    let lead: String?
    let person: String?
    let verdict: CaseVerdict?

    init(_ course: CaseCourse) {
        (state, startedAt, endedAt) = (course.state, course.startedAt, course.endedAt)
        (lead, person, verdict) = (course.lead, course.person, course.judged?.verdict)
    }

    /// `/town/area/leaf/`; empty: no grid owns the place.
    static func gridPath(_ grids: [String]) -> String {
        grids.isEmpty ? "" : "/\(grids.joined(separator: "/"))/"
    }
}
