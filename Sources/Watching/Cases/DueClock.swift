import CaseBook
import Cases
import Media

/// Does what falls due in cases at its time: whatever is due when it is asked, each second, and what falls due before the
/// next second at a timer's ring. Used on one queue.
package final class DueClock {
    /// In one unit of work; so others get their turn.
    package static let mostAtOnce = 2000
    /// How often it is asked.
    private static let interval = Duration.seconds(1)

    private let ledger: any CaseLedger
    private let now: () -> WallTime
    /// Calls back on the same queue after a while.
    private let after: (Duration, @escaping () -> Void) -> Void
    private let report: (Result<Firing, StoreError>) -> Void
    private var calendars: CalendarBook
    private var ladder: Ladder
    private var ringsAt: WallTime?

    package init(
        _ ledger: any CaseLedger, calendars: CalendarBook, ladder: Ladder, now: @escaping () -> WallTime,
        after: @escaping (Duration, @escaping () -> Void) -> Void,
        report: @escaping (Result<Firing, StoreError>) -> Void
    ) {
        (self.ledger, self.calendars, self.ladder) = (ledger, calendars, ladder)
        (self.now, self.after, self.report) = (now, after, report)
    }

    /// Goes by another configuration from now on.
    package func adopt(_ calendars: CalendarBook, _ ladder: Ladder) {
        (self.calendars, self.ladder) = (calendars, ladder)
    }

    /// Asked each second.
    ///
    /// - Throws: why nothing could be done; what is due stays due.
    package func tick() throws(StoreError) {
        try fire()
        guard let next = try ledger.nextDue(), next != ringsAt else { return }
        let wait = next - now()
        guard wait > .zero, wait < Self.interval else { return }
        ringsAt = next
        after(wait) { [self] in ring() }
    }

    private func ring() {
        ringsAt = nil
        do throws(StoreError) { try fire() } catch { report(.failure(error)) }
    }

    private func fire() throws(StoreError) {
        let firing = try ledger.fireDue(until: now(), limit: Self.mostAtOnce, calendars: calendars, ladder: ladder)
        if !firing.fired.isEmpty || !firing.aside.isEmpty { report(.success(firing)) }
        // The rest at once, but behind whoever waits for the queue.
        if firing.isLimited { after(.zero) { [self] in ring() } }
    }
}
