import CaseBook
import Foundation
import Media
import Pipeline
import Store

/// Which cameras are set aside because decoding them crashed this program; the count is kept in the store.
package struct Quarantine: Sendable {
    private let store: CaseStore
    private let marks: CrashMarks
    private let log: Logbook

    package init(_ store: CaseStore, besides path: String, log: Logbook) {
        (self.store, self.log) = (store, log)
        marks = CrashMarks(besides: path)
    }

    /// Counts the last run's crash, if it crashed; from now on this run is watched over. A camera whose source was edited
    /// meanwhile begins with no crash.
    ///
    /// - Returns: the cameras that are set aside.
    package func begin(_ plans: [CameraPlan], at now: WallTime) throws(StoreError) -> Set<String> {
        let sources = Dictionary(plans.map { ($0.id, Self.source($0)) }) { first, _ in first }
        let known = try store.crashes()
        var crashes = known.filter { camera, crash in
            guard let then = crash.source, let source = sources[camera] else { return true }
            return then == source
        }
        if let guilty = marks.guilty() {
            log.error("the last run crashed", ["decoding": "\(guilty.sorted().joined(separator: ","))"])
            var ledger = CrashLedger(counts: crashes.mapValues(\.inARow))
            let aside = ledger.crashed(while: guilty)
            let before = crashes
            crashes = ledger.counts.reduce(into: before.filter { $0.value.quarantinedAt != nil }) { all, one in
                let since = before[one.key]?.quarantinedAt ?? (aside.contains(one.key) ? now : nil)
                all[one.key] = .init(inARow: one.value, quarantinedAt: since, source: sources[one.key])
            }
        }
        if crashes != known { try store.setCrashes(crashes) }
        if !marks.open() { log.error("crashes cannot be told apart: the store's folder cannot be written") }
        return Set(crashes.filter { $0.value.quarantinedAt != nil }.keys)
    }

    private static func source(_ plan: CameraPlan) -> String {
        "\(plan.address) (\(plan.address.transport.rawValue))"
    }

    /// This run is sound: the row of crashes is broken.
    package func ranWell() throws(StoreError) {
        try store.setCrashes(try store.crashes().filter { $0.value.quarantinedAt != nil })
    }

    /// They are watched again, and begin with no crash.
    package func release(_ cameras: [String]) throws(StoreError) {
        try store.setCrashes(try store.crashes().filter { !cameras.contains($0.key) })
    }
}
