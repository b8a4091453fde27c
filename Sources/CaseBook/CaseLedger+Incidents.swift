import Cases
import Media

/// An incident whose case was closed.
package struct ClosedIncident: Hashable, Sendable {
    package let camera: String
    package let key: String
}

/// The incidents behind cases.
extension CaseLedger {
    /// The incidents whose cases were closed since a mark, by anybody, and are closed still; with a master those of all that
    /// was merged into it. Their cameras should forget them.
    package func closures(
        since mark: LedgerMark
    ) throws(StoreError) -> (incidents: [ClosedIncident], mark: LedgerMark) {
        try look { view in
            let now = try view.mark()
            guard now != mark else { return ([], now) }
            var incidents: [ClosedIncident] = []
            for number in try view.cases(that: .close, since: mark) {
                guard let record = try view.readable(number), record.state == .closed else { continue }
                incidents += try Self.incidents(of: record, view)
            }
            return (incidents, now)
        }
    }

    /// The incidents that have not ended, by camera.
    ///
    /// - Parameter aliveUntil: one that fired was sustained until then; nil: until it was noted last.
    package func openIncidents(aliveUntil: WallTime?) throws(StoreError) -> [String: [IncidentTracker.Incident]] {
        let incidents = try look { try $0.openIncidents() }.map { one in
            let noted = one.sustainedAt
            let sustained = one.phase == .firing ? max(noted, aliveUntil ?? noted) : noted
            return IncidentTracker.Incident(
                key: one.key, firstHit: one.firstHit, box: one.box, sustainedAt: sustained, phase: one.phase,
                hits: one.hits)
        }
        return Dictionary(grouping: incidents.sorted { $0.key < $1.key }, by: \.firstHit.camera)
    }
}

extension LedgerView {
    /// nil: there is no such case, or it cannot be read, which is told elsewhere and holds up no other.
    func readable(_ number: CaseNumber) throws -> CaseRecord? {
        do { return try find(number) } catch let error as StoreError where error.outlook == .never { return nil }
    }
}
