import Cases
import Media

/// Which hits are meant, for their verdicts; what is nil is not asked for.
package struct HitQuery: Hashable, Sendable {
    package var pair: ModePair?
    package var from: WallTime?
    /// Only those that were found true or false.
    package var isDecided = false
    /// So many, the latest.
    package var limit: Int?

    package init(pair: ModePair? = nil, from: WallTime? = nil, isDecided: Bool = false, limit: Int? = nil) {
        (self.pair, self.from, self.isDecided, self.limit) = (pair, from, isDecided, limit)
    }

    /// Whether a hit is meant, `limit` left out.
    package func matches(_ hit: JudgedHit) -> Bool {
        (pair.map { $0.camera == hit.camera && $0.algorithm == hit.algorithm } ?? true)
            && from.map { hit.hitAt >= $0 } ?? true && (!isDecided || hit.verdict?.isDecided ?? false)
    }
}

extension JudgedHit {
    /// A case as far as accuracy goes by it.
    package init(_ record: CaseRecord) {
        self.init(
            camera: record.camera, algorithm: record.algorithm, grid: record.grids.last, hitAt: record.hitAt,
            verdict: record.course.judged?.verdict)
    }
}
