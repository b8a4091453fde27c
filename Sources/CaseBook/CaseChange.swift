import Cases
import Media

/// A case that changed: what it was, what it is, and the lines that its log grows by.
package struct CaseChange: Sendable {
    package let before: CaseCourse
    package let record: CaseRecord
    /// Their sequence numbers are the ledger's to give.
    package let events: [CaseEvent]
    package let dueAt: WallTime?

    package init(from before: CaseCourse, to record: CaseRecord, events: [CaseEvent], _ calendars: CalendarBook) {
        (self.before, self.record, self.events) = (before, record, events)
        dueAt = record.course.nextDue(calendars)?.at
    }
}

/// A case as it was read.
package struct ReadCase: Sendable {
    package let number: CaseNumber
    /// What is kept of it, or why that cannot be read.
    package let record: Result<CaseRecord, StoreError>

    package init(number: CaseNumber, record: Result<CaseRecord, StoreError>) {
        (self.number, self.record) = (number, record)
    }
}

/// A case that is set aside, as it cannot be read or do what is due; all others go on.
package struct AsideCase: Hashable, Sendable {
    package let number: CaseNumber
    package let reason: String

    package init(number: CaseNumber, reason: String) { (self.number, self.reason) = (number, reason) }
}

/// Something that could never be kept where it belongs, kept for people to look at.
package struct ParkedWrite: Hashable, Sendable {
    package let at: WallTime
    /// What it was: `case`, `hit`, `incident`, `health`.
    package let kind: String
    /// What it is about: an incident's key, a camera.
    package let subject: String
    /// What was to be kept, as text.
    package let content: String
    /// Why it cannot be.
    package let reason: String

    package init(at: WallTime, kind: String, subject: String, content: String, reason: String) {
        (self.at, self.kind, self.subject) = (at, kind, subject)
        (self.content, self.reason) = (content, reason)
    }
}
