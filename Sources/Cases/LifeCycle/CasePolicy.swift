import Media

/// What a district decided about its cases; a case keeps the one that it was opened under.
package struct CasePolicy: Hashable, Sendable, Codable {
    package var version = "usual"
    /// Of each clock but that of handling, which comes with the registration.
    package var limits: [CaseClock: Limit] = [
        .accept: .minutes(15), .verify: .minutes(30), .dispatch: .minutes(15), .claim: .minutes(5),
        .check: .minutes(30), .close: .minutes(15),
    ]
    /// From a whistle to the arrival of each unit that was called.
    package var checkIn = Limit.minutes(30)
    /// For so long after it was closed a case can be opened again; later it is a new one.
    package var reopening = Duration.seconds(30 * 60)
    package var longestSuspension = Duration.seconds(365 * 86400)
    package var mostExtensions = 2
    /// An after-picture is taken no farther from the case's place: metres.
    package var radius = 200.0
    package var needsAfterPicture = false
    /// The camera's own second look may pass the check.
    package var cameraMayCheck = false
    /// The items of the third list (吹哨清单) for which a whistle may be blown; empty: any.
    package var whistleItems: [String] = []

    package init() {}

    package static let usual = CasePolicy()
}

/// The calendars by which clocks run, by their versions: a clock keeps the one that it was started on.
package struct CalendarBook: Sendable, Hashable, Codable {
    /// What new clocks go by.
    package let current: WorkCalendar
    private let versions: [String: WorkCalendar]

    package init(current: WorkCalendar, earlier: [WorkCalendar] = []) {
        self.current = current
        versions = Dictionary((earlier + [current]).map { ($0.version, $0) }) { $1 }
    }

    /// The calendar of an account; the current one where its version is not kept any longer.
    package func calendar(of account: ClockAccount) -> WorkCalendar { versions[account.calendar] ?? current }
}
