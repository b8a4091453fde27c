import Cases
import Media

/// Which cases are meant; what is nil is not asked for.
package struct CaseQuery: Hashable, Sendable {
    /// true: those that wait for somebody; false: those that have ended.
    package var isOpen: Bool?
    package var states: Set<CaseState>?
    /// The unit that is responsible now.
    package var lead: String?
    /// Who has it now.
    package var person: String?
    /// A grid and all that lies in it: ids from the top down.
    package var within: [String]?
    /// The algorithm.
    package var type: String?
    package var camera: String?
    package var zone: String?
    /// The verdict that holds.
    package var verdict: CaseVerdict?
    /// true: any verdict holds; false: none does.
    package var isReviewed: Bool?
    /// true: those that are kept for review alone; false: all others.
    package var isShadow: Bool?
    package var hitFrom: WallTime?
    package var startedFrom: WallTime?
    package var startedBefore: WallTime?
    package var endedFrom: WallTime?
    /// Goes on after this one, for page after page.
    package var after: Position?
    package var limit: Int?

    /// Where a case stands in the order of discovery.
    package struct Position: Hashable, Sendable {
        package let startedAt: WallTime
        package let number: CaseNumber

        package init(_ record: CaseRecord) { (startedAt, number) = (record.startedAt, record.number) }
    }

    package init() {}

    package static let all = CaseQuery()
    package static let open = {
        var query = CaseQuery()
        query.isOpen = true
        return query
    }()

    /// Whether a case is meant, `after` and `limit` left out.
    package func matches(_ record: CaseRecord) -> Bool {
        let course = record.course
        func fits<Value: Equatable>(_ asked: Value?, _ its: Value?) -> Bool { asked == nil || asked == its }
        return fits(isOpen, course.isOpen) && states?.contains(course.state) ?? true && fits(lead, course.lead)
            && fits(person, course.person) && within.map { record.grids.starts(with: $0) } ?? true
            && fits(type, record.algorithm) && fits(camera, record.camera) && fits(zone, record.zone)
            && fits(verdict, course.judged?.verdict) && fits(isReviewed, course.judged != nil)
            && fits(isShadow, course.state == .shadow) && hitFrom.map { record.hitAt >= $0 } ?? true
            && startedFrom.map { record.startedAt >= $0 } ?? true
            && startedBefore.map { record.startedAt < $0 } ?? true
            && endedFrom.map { from in course.endedAt.map { $0 >= from } ?? false } ?? true
    }
}

/// The cases that were asked for, the oldest discovery first, and those that cannot be read.
package struct CaseListing: Sendable {
    package let cases: [CaseRecord]
    package let aside: [AsideCase]

    package static let none = CaseListing(cases: [], aside: [])

    package init(cases: [CaseRecord], aside: [AsideCase]) { (self.cases, self.aside) = (cases, aside) }

    package init(_ read: [ReadCase]) {
        cases = read.compactMap { try? $0.record.get() }
        aside = read.compactMap { one in
            if case .failure(let error) = one.record { AsideCase(number: one.number, reason: "\(error)") } else { nil }
        }
    }
}
