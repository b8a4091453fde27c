import Cases
import Foundation
import Media
import Pipeline
import Store
import Video

/// Keeps cases in the store and their pictures in files beside it: pictures first, then the row that names them, so
/// that no case points to a picture that is not there.
final class StoreRecorder: CaseRecorder {
    private let store: CaseStore

    init(_ store: CaseStore) { self.store = store }

    func open(_ opening: CaseOpening) throws -> CaseRecord {
        let record = CaseRecord.open(
            opening.incident, cameraName: opening.cameraName, assignment: opening.assignment,
            evidence: write(opening), number: opening.number)
        return try store.open(record, hit: opening.incident.firstHit, opened: opening.incident.firstHit.hitAt)
    }

    func note(_ hit: Hit, incident: String) throws { try store.note(hit, incident: incident) }

    func turn(_ incident: IncidentTracker.Incident) throws { try store.turn(incident) }

    /// A full disk stops pictures, never cases.
    private func write(_ opening: CaseOpening) -> Evidence {
        guard let pictures = opening.pictures else { return .missing(opening.missing ?? "no picture") }
        let (original, marked) = ("evidence/\(opening.number)-original.jpg", "evidence/\(opening.number)-marked.jpg")
        do {
            try DurableFile.write(pictures.original, to: store.folder.appending(path: original))
            try DurableFile.write(pictures.marked, to: store.folder.appending(path: marked))
        } catch {
            return .missing("the picture could not be written")
        }
        return Evidence(original: original, sha256: Digest.sha256(pictures.original), marked: marked)
    }
}

/// Writes a file so that it is there whole or not at all, and stays after a power cut.
enum DurableFile {
    static func write(_ data: Data, to url: URL) throws {
        let folder = url.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let draft = url.appendingPathExtension("draft")
        try data.write(to: draft)
        try synchronize(draft)
        guard unsafe rename(draft.path, url.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        try synchronize(folder)
    }

    /// Waits until a file, or the names in a folder, are on the disk.
    private static func synchronize(_ url: URL) throws {
        let descriptor = unsafe open(url.path, O_RDONLY)
        guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
