import CaseBook
import Cases
import Foundation
import Media
import Store

/// Deletes pictures by age and size; the case, its log and the hash of its picture stay.
struct EvidenceSweeper: Sendable {
    private static let batch = 500

    let store: CaseStore
    let limits: WatchOrders.Evidence
    let log: Logbook

    func sweep(at now: WallTime) throws(StoreError) {
        let kept = try store.keptEvidence()
        let sizes = kept.map { one in
            Retention.Kept(
                number: one.number, at: one.at, bytes: one.paths.map { bytes(store.locate($0)) }.reduce(0, +),
                isOpen: one.isOpen)
        }
        let paths = Dictionary(kept.map { ($0.number, $0.paths) }, uniquingKeysWith: { first, _ in first })
        let going = Retention(keep: limits.keep, atMost: limits.atMost).goes(of: sizes, at: now)
        // Some at a time: each batch is one write to the disk, and others get their turn between two.
        for first in stride(from: 0, to: going.count, by: Self.batch) {
            let batch = going[first..<min(first + Self.batch, going.count)]
            // The rows first: no case may point to a picture that is not there.
            try store.noteEvidenceGone(batch.map { ($0.number, $0.reason.rawValue) }, at: now)
            for (number, reason) in batch {
                for path in paths[number] ?? [] { _ = try? FileManager.default.removeItem(at: store.locate(path)) }
                log.info("evidence deleted", ["case": "\(number)", "reason": "\(reason.rawValue)"])
            }
        }
        try store.forgetHealth(before: now + (.zero - limits.keep))
    }

    private func bytes(_ url: URL) -> Int64 {
        Int64(FileSize.bytes(of: url.path) ?? 0)
    }
}
