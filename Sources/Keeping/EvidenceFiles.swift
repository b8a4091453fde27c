import Cases
import Foundation
import Media
import Pipeline
import Video

/// The pictures of cases: files in one folder.
package struct EvidenceFiles: Sendable {
    package let folder: URL
    /// Paths inside it are kept relative, so that a store can be moved with its pictures.
    private let storeFolder: URL

    /// - Parameter storeFolder: where the store lies.
    package init(folder: URL, storeFolder: URL) { (self.folder, self.storeFolder) = (folder, storeFolder) }

    /// Writes a case's pictures; says why where they are missing. A full disk stops pictures, never cases.
    package func write(_ opening: CaseOpening) -> Evidence {
        guard let pictures = opening.pictures else { return .missing(opening.missing ?? "no picture") }
        let original = folder.appending(path: "\(opening.pictureName)-original.jpg")
        let marked = folder.appending(path: "\(opening.pictureName)-marked.jpg")
        guard DiskSpace.free(folder) >= Int64(pictures.original.count + pictures.marked.count) + DiskSpace.keptFree
        else {
            return .missing(MissingEvidence.diskFull.rawValue)
        }
        do {
            try DurableFile.write(pictures.original, to: original)
            try DurableFile.write(pictures.marked, to: marked)
        } catch {
            return .missing(MissingEvidence.notWritten.rawValue)
        }
        return Evidence(
            original: path(original), sha256: Digest.sha256(pictures.original), marked: path(marked))
    }

    private func path(_ url: URL) -> String {
        let (inside, whole) = (storeFolder.standardizedFileURL.path + "/", url.standardizedFileURL.path)
        return whole.hasPrefix(inside) ? String(whole.dropFirst(inside.count)) : whole
    }
}
