import Cases
import Foundation
import Media
import Pipeline
import Store

/// Keeps a replay's cases in its store and their pictures in files beside it: pictures first, then the row that names
/// them, so that no case points to a picture that is not there.
final class StoreRecorder: CaseRecorder {
    private let store: CaseStore
    private let files: EvidenceFiles

    init(_ store: CaseStore) {
        self.store = store
        files = EvidenceFiles(folder: store.folder.appending(path: "evidence"), storeFolder: store.folder)
    }

    func open(_ opening: CaseOpening) throws -> CaseRecord {
        let record = CaseRecord.open(
            opening.incident, cameraName: opening.cameraName, assignment: opening.assignment,
            evidence: files.write(opening), number: opening.number)
        return try store.open(record, hit: opening.incident.firstHit, opened: opening.incident.firstHit.hitAt)
    }

    func note(_ hit: Hit, incident: String) throws { try store.note(hit, incident: incident) }

    func turn(_ incident: IncidentTracker.Incident) throws { try store.turn(incident) }
}
