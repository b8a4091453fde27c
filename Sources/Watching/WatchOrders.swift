import Cases
import CityAlgorithms
import Foundation
import Media
import Pipeline

/// What the daemon is asked to do: what a configuration comes to.
package struct WatchOrders: Sendable {
    /// What holds from one start of the daemon to the next.
    package struct Fixed: Sendable, Equatable {
        package let store: String
        package let evidence: Evidence
        package let timeZone: TimeZone
        /// Where the console listens, `127.0.0.1:8321`.
        package let listen: String

        package init(store: String, evidence: Evidence, timeZone: TimeZone, listen: String) {
            (self.store, self.evidence, self.timeZone, self.listen) = (store, evidence, timeZone, listen)
        }
    }

    /// Where pictures are kept, how long and how many.
    package struct Evidence: Sendable, Equatable {
        package let folder: String
        /// Older pictures go.
        package let keep: Duration
        /// The oldest go when all together are larger.
        package let atMost: ByteCount

        package init(folder: String, keep: Duration, atMost: ByteCount) {
            (self.folder, self.keep, self.atMost) = (folder, keep, atMost)
        }
    }

    package let fixed: Fixed
    /// In the order in which they are shown.
    package let cameras: [CameraPlan]
    package let scheme: CaseScheme
    package let ladder: Ladder
    /// Says what types of case are called.
    package let catalog: AlgorithmCatalog
    /// The first gap of the rosters within thirty days of a day, in words; nil: there is none.
    package let firstRosterGap: @Sendable (CalendarDate) -> Words?

    package init(
        fixed: Fixed, cameras: [CameraPlan], scheme: CaseScheme, ladder: Ladder, catalog: AlgorithmCatalog,
        firstRosterGap: @escaping @Sendable (CalendarDate) -> Words?
    ) {
        (self.fixed, self.cameras, self.scheme, self.ladder) = (fixed, cameras, scheme, ladder)
        (self.catalog, self.firstRosterGap) = (catalog, firstRosterGap)
    }

    /// The same with what holds until the next start.
    package func keeping(_ fixed: Fixed) -> WatchOrders {
        WatchOrders(
            fixed: fixed, cameras: cameras, scheme: scheme, ladder: ladder, catalog: catalog,
            firstRosterGap: firstRosterGap)
    }
}
