import Cases
import Foundation
import Keeping
import Media
import Pipeline
import Store

/// Keeps a replay's cases in its store and their pictures in files beside it: pictures first, then the row that names
/// them, so that no case points to a picture that is not there.
package final class StoreRecorder: CaseRecorder {
    private let store: CaseStore
    private let scheme: CaseScheme
    private let files: EvidenceFiles

    init(_ store: CaseStore, scheme: CaseScheme) {
        (self.store, self.scheme) = (store, scheme)
        files = EvidenceFiles(folder: store.folder.appending(path: "evidence"), storeFolder: store.folder)
    }

    package func open(_ opening: CaseOpening) throws -> CaseRecord {
        let (record, log) = scheme.open(opening, evidence: files.write(opening))
        return try store.open(record, log: log, hit: opening.incident.firstHit, calendars: scheme.calendars)
    }

    package func note(_ hit: Hit, incident: String) throws { try store.note(hit, incident: incident) }

    package func turn(_ incident: IncidentTracker.Incident) throws { try store.turn(incident) }
}
