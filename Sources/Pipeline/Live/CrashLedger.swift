/// Decides which cameras are set aside: one that was being decoded at three crashes in a row. A crash inside a decoder
/// takes the process with it; without this a single broken stream would keep the city blind.
package struct CrashLedger: Sendable {
    /// So many crashes in a row are no accident.
    package static let limit = 3

    /// Crashes in a row, by camera.
    package private(set) var counts: [String: Int]

    package init(counts: [String: Int]) { self.counts = counts }

    /// - Parameter guilty: the cameras that were being decoded at the crash.
    /// - Returns: those that are set aside from now on.
    package mutating func crashed(while guilty: Set<String>) -> Set<String> {
        counts = Dictionary(uniqueKeysWithValues: guilty.map { ($0, (counts[$0] ?? 0) + 1) })
        return Set(counts.filter { $0.value >= Self.limit }.keys)
    }
}
