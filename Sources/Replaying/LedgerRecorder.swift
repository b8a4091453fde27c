import CaseBook
import Cases
import Foundation
import Keeping
import Media
import Pipeline

/// Keeps a replay's cases in a ledger and their pictures in files beside it: pictures first, then the case that names
/// them, so that no case points to a picture that is not there.
package final class LedgerRecorder: CaseRecorder {
    private let ledger: any CaseLedger
    private let scheme: CaseScheme
    /// nil: pictures are not written.
    private let files: EvidenceFiles?

    init(_ ledger: any CaseLedger, scheme: CaseScheme, files: EvidenceFiles) {
        (self.ledger, self.scheme, self.files) = (ledger, scheme, files)
    }

    /// For a replay that keeps nothing: its cases are in memory, without pictures.
    package init(keepingNothing scheme: CaseScheme) {
        (ledger, self.scheme, files) = (MemoryLedger(), scheme, nil)
    }

    package func open(_ opening: CaseOpening) throws -> CaseRecord {
        let evidence = files?.write(opening) ?? .missing("replayed without --output")
        return try ledger.open(opening.intake, evidence: evidence, under: scheme)
    }

    package func note(_ hit: Hit, incident: String) throws { try ledger.note(hit, incident: incident) }

    package func turn(_ incident: IncidentTracker.Incident) throws { try ledger.turn(incident) }
}
