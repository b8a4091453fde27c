import Cases
import Media

/// Where cases are kept, whatever that is: a file of this machine, memory, one day a server for many.
///
/// A ledger keeps and finds; what is done to cases stands in the extensions of this protocol, once for all ledgers.
/// May be used from any thread; units of work are done one after the other.
package protocol CaseLedger: AnyObject, Sendable {
    /// Does one unit of work: all that `body` keeps is durable when this returns, or nothing of it is kept.
    ///
    /// - Throws: what `body` threw, as `StoreError`, or why it could not be kept.
    func transact<Value>(_ body: (any LedgerUnit) throws -> Value) throws(StoreError) -> Value
    /// Does units of work of which none needs another, and makes them durable together: one wait for the disk instead of one
    /// each. Each sees what those before it kept.
    ///
    /// - Returns: in the order of `bodies`, what each returned, or why it can never be kept; of such a one nothing is kept, and
    ///   all others are.
    /// - Throws: why none was kept, where asking again may help.
    func transact<Value>(
        each bodies: [(any LedgerUnit) throws -> Value]
    ) throws(StoreError) -> [Result<Value, StoreError>]
    /// Reads what is kept, as of one moment.
    func look<Value>(_ body: (any LedgerView) throws -> Value) throws(StoreError) -> Value
    /// The cases whose logs others made grow since a mark, and the mark for the next time. What was done through this
    /// ledger is left out: whoever did it knows.
    ///
    /// - Parameter mark: as it was told the last time; from an earlier one on its own may be among them.
    func changed(since mark: LedgerMark) throws(StoreError) -> (changes: CaseListing, mark: LedgerMark)
}

/// How far the logs of all cases were read.
package struct LedgerMark: Hashable, Sendable {
    package let line: Int64

    package init(line: Int64) { self.line = line }

    /// Before everything.
    package static let start = LedgerMark(line: 0)
}

/// What can be read of a ledger.
package protocol LedgerView {
    func find(_ number: CaseNumber) throws -> CaseRecord?
    func find(incident: String) throws -> CaseRecord?
    /// Whether a case of that number is kept, readable or not.
    func holds(_ number: CaseNumber) throws -> Bool
    func log(of number: CaseNumber) throws -> [CaseEvent]
    func list(_ query: CaseQuery) throws -> CaseListing
    /// The cases of which something falls due until a moment, the longest overdue first.
    func due(until now: WallTime, limit: Int) throws -> [ReadCase]
    /// When something falls due next, or fell due longest ago; nil: nothing does.
    func nextDue() throws -> WallTime?
    /// How far the logs go now.
    func mark() throws -> LedgerMark
    /// The cases to which an action of a kind was done since a mark, in that order.
    func cases(that took: CaseAction.Kind, since mark: LedgerMark) throws -> [CaseNumber]
    /// The incidents that have not ended.
    func openIncidents() throws -> [IncidentTracker.Incident]
    /// What could never be kept, the newest first.
    func parked(limit: Int) throws -> [ParkedWrite]
    /// The last states of all cameras, or of one, the newest first.
    func health(of camera: String?, limit: Int) throws -> [HealthEvent]
    /// Hits that became cases, as far as accuracy goes by them: the latest first; those of cases that
    /// cannot be read too.
    func hits(_ query: HitQuery) throws -> [JudgedHit]
    /// What changed modes after a line of their log, of all or of one algorithm on one camera, in that order.
    func modeChanges(of pair: ModePair?, after line: Int64) throws -> [ModeChange]
}

/// A unit of work: what can be kept in a ledger, beside what can be read of it.
package protocol LedgerUnit: LedgerView {
    /// Keeps an incident with its first hit; one that is kept already stays as it is.
    func insert(_ incident: IncidentTracker.Incident) throws
    /// A further hit of an incident; the same moment twice is one hit.
    func insert(_ hit: Hit, incident: String) throws
    /// Notes how far an incident has come; one that has ended stays ended.
    func turn(_ incident: String, to phase: IncidentTracker.Phase, sustainedAt: WallTime) throws
    /// Ends an incident: what stands there from now on is another.
    func end(_ incident: String) throws
    /// - Parameter dueAt: when something of it falls due; nil: nothing does.
    func insert(_ record: CaseRecord, log: [CaseEvent], dueAt: WallTime?) throws
    /// Many at once, as each costs little then.
    func keep(_ changes: [CaseChange]) throws
    /// Nothing of a case falls due until somebody acts on it; why stands in its log.
    func leave(_ number: CaseNumber, _ event: CaseEvent) throws
    func park(_ write: ParkedWrite) throws
    /// A camera's next state; the one before ends with it.
    func begin(_ state: HealthEvent) throws
    /// A camera is watched no longer: whatever lasts ends.
    func endHealth(of camera: String, at now: WallTime) throws
    /// Adds a line to the log of modes; its number is the ledger's to give.
    func append(_ change: ModeChange) throws
}
