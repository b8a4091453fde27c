import Media

/// The clock from discovery to closure: runs from the first observation, never pauses, stops at the end.
package struct TotalClock: Hashable, Sendable {
    package let startedAt: WallTime
    package let endedAt: WallTime?

    package init(_ record: CaseRecord) { (startedAt, endedAt) = (record.course.startedAt, record.course.endedAt) }

    package var isRunning: Bool { endedAt == nil }

    /// What it shows at a time; never negative.
    package func elapsed(at now: WallTime) -> Duration { max((endedAt ?? now) - startedAt, .zero) }
}
