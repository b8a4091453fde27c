import CaseBook
import Cases
import CityAlgorithms
import Foundation
import Keeping
import Media
import Report
import Store

/// The folder that a replay leaves: `piculet.sqlite`, `evidence/`, `index.html`.
///
/// A finished replay's store is replaced by a fresh one. One that broke off is caught up with when the inputs are the
/// same: what was opened stays, what is missing is added.
package struct ReplayOutput {
    private let folder: URL
    private let store: CaseStore

    /// - Parameter daemon: the process that runs on a store at a path, if one does: that store is left as it is.
    /// - Throws: `ReplayError` or `StoreError`.
    package init(_ path: String, inputs: String, unlessRunning daemon: (String) -> Int32?) throws {
        folder = URL(fileURLWithPath: path, isDirectory: true)
        let file = folder.appending(path: "piculet.sqlite").path
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw ReplayError.noFolder(path)
        }
        if FileManager.default.fileExists(atPath: file) { try Self.makeWay(file, inputs: inputs, path: path, daemon) }
        store = try CaseStore(path: file, create: true)
        try store.beginReplay(inputs: inputs)
    }

    private static func makeWay(
        _ file: String, inputs: String, path: String, _ daemon: (String) -> Int32?
    ) throws {
        let old = try CaseStore(path: file, create: false, unlessRunning: daemon)
        guard let replay = try old.replay() else {
            // One that was killed before it could name its inputs.
            if try old.isUnused() { return }
            throw ReplayError.otherStore(path)
        }
        if !replay.finished, replay.inputs == inputs { return }
        for ending in ["", "-wal", "-shm"] {
            _ = try? FileManager.default.removeItem(atPath: file + ending)
        }
    }

    /// Who keeps the cases, under a scheme that the store takes over.
    package func recorder(_ scheme: CaseScheme) throws(StoreError) -> LedgerRecorder {
        let evidence = store.folder.appending(path: "evidence")
        try store.keepEvidenceFolder(evidence)
        return LedgerRecorder(
            store, scheme: try store.adopt(scheme), files: EvidenceFiles(folder: evidence, storeFolder: store.folder))
    }

    /// Writes the page, its clocks as they stand at the end of the footage. The replay counts as finished when every video was read.
    ///
    /// - Parameter catalog: says what types of case are called.
    package func finish(
        end: WallTime, timeZone: TimeZone, footage: String, catalog: AlgorithmCatalog, complete: Bool
    ) throws {
        do {
            let cases = try store.list().cases
            let report = CaseReport(timeZone: timeZone) { id in
                let name = catalog.name(of: id)
                return (name.zh, name.en)
            }
            let page = try report.html(cases, now: end, footage: footage)
            try Data(page.utf8).write(to: folder.appending(path: "index.html"))
            if complete { try store.finishReplay() }
        } catch {
            throw ReplayError.noPage(folder.path, error)
        }
    }
}
