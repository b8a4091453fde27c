import CaseBook
import Foundation
import Media
import Pipeline
import Store

/// Which cameras are set aside because decoding them crashed this program; the count is kept in the store.
struct Quarantine: Sendable {
    private let store: CaseStore
    private let marks: CrashMarks
    private let log: Logbook

    init(_ store: CaseStore, besides path: String, log: Logbook) {
        (self.store, self.log) = (store, log)
        marks = CrashMarks(besides: path)
    }

    /// Counts the last run's crash, if it crashed; from now on this run is watched over.
    ///
    /// - Returns: the cameras that are set aside.
    func begin(_ plans: [CameraPlan], at now: WallTime) throws(StoreError) -> Set<String> {
        var crashes = try store.crashes()
        if let guilty = marks.guilty() {
            log.error("the last run crashed", ["decoding": "\(guilty.sorted().joined(separator: ","))"])
            var ledger = CrashLedger(counts: crashes.mapValues(\.inARow))
            let aside = ledger.crashed(while: guilty)
            let known = crashes
            crashes = ledger.counts.reduce(into: known.filter { $0.value.quarantinedAt != nil }) { all, one in
                let since = known[one.key]?.quarantinedAt ?? (aside.contains(one.key) ? now : nil)
                all[one.key] = (one.value, since)
            }
            try store.setCrashes(crashes)
        }
        if !marks.open() { log.error("crashes cannot be told apart: the store's folder cannot be written") }
        return Set(crashes.filter { $0.value.quarantinedAt != nil }.keys)
    }

    /// This run is sound: the row of crashes is broken.
    func ranWell() throws(StoreError) {
        try store.setCrashes(try store.crashes().filter { $0.value.quarantinedAt != nil })
    }

    /// They are watched again, and begin with no crash.
    func release(_ cameras: [String]) throws(StoreError) {
        try store.setCrashes(try store.crashes().filter { !cameras.contains($0.key) })
    }
}
