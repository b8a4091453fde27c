import Cases
import Foundation
import Media
import Testing
import Watching

@Suite struct WatchOrdersTests {
    private func orders(keep: Duration) -> WatchOrders {
        WatchOrders(
            fixed: .init(
                store: "s", evidence: .init(folder: "e", keep: keep, atMost: ByteCount(bytes: 1)), timeZone: .gmt,
                listen: "127.0.0.1:0"),
            cameras: [], scheme: CaseScheme(calendars: CalendarBook(current: .usual(in: .gmt))), ladder: .none,
            catalog: .builtIn, firstRosterGap: { _ in nil })
    }

    @Test func `a shorter time to keep pictures takes effect with the next start, not with a reload`() {
        let (before, edited) = (orders(keep: .seconds(90 * 86400)), orders(keep: .seconds(1)))
        #expect(edited.fixed != before.fixed, "the reload says so")
        #expect(edited.keeping(before.fixed).fixed.evidence.keep == .seconds(90 * 86400))
    }
}
