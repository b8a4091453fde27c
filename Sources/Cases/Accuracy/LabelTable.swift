import Media

/// Reviewed cases as the lines of a dataset's `labels.csv` (RFC 4180). Whoever gave a verdict, and what they noted, is not in it.
package struct LabelTable: Sendable {
    /// Names are a format: they may be added to, not changed.
    package static let columns = [
        "picture", "camera", "algorithm", "zone", "verdict", "case", "hit_at", "x", "y", "w", "h", "split",
    ]

    private var lines = [columns.joined(separator: ",")]

    package init() {}

    /// - Parameters:
    ///   - picture: its path in the dataset.
    ///   - zone: of the times.
    package mutating func add(_ record: CaseRecord, _ verdict: CaseVerdict, picture: String, in zone: LocalZone) {
        let box = record.box
        let cells =
            [
                picture, record.camera, record.algorithm, record.zone, verdict.rawValue, record.number.description,
                record.hitAt.rfc3339(in: zone),
            ] + [box.x, box.y, box.width, box.height].map { "\($0)" } + [CameraSplit(camera: record.camera).rawValue]
        lines.append(cells.map(\.csvField).joined(separator: ","))
    }

    /// All of it; every line ends as the standard has it.
    package var text: String { lines.map { $0 + "\r\n" }.joined() }
}
