import Labels
import Measures
import Media

/// What came of the boxes that a dataset labels, under one decode policy.
package struct BoxScores: Codable, Hashable, Sendable {
    /// By algorithm whose id is the label of boxes.
    package let judged: [BoxScore]
    /// By label, boxes that no algorithm reports.
    package let unreported: [UnreportedBoxes]
}

/// How well an algorithm's boxes lie on those that are labelled with its id in the same moments: average precision (AP) as
/// COCO has it.
package struct BoxScore: Codable, Hashable, Sendable {
    package let algorithm: String
    /// To be found: those that count neither way are left out.
    package let boxes: Int
    /// At which there is such a box, and the algorithm looked.
    package let moments: Int
    /// Over overlaps of 0.50, 0.55 ... 0.95; nil: nothing is to be found.
    package let ap: Double?
    /// At an overlap of 0.50.
    package let ap50: Double?

    init(_ algorithm: String, _ pictures: [BoxPrecision.Picture]) {
        let precision = BoxPrecision(pictures)
        self.algorithm = algorithm
        boxes = precision.categories.reduce(0) { $0 + $1.truths }
        moments = pictures.count
        (ap, ap50) = (precision.ap?.rounded(to: 6), precision.ap50?.rounded(to: 6))
    }
}

/// Boxes of a label that none of the scored algorithms reports: nothing is said of them.
package struct UnreportedBoxes: Codable, Hashable, Sendable {
    package let label: String
    package let boxes: Int
    package let moments: Int
}

extension BoxScores {
    /// nil: no box is labelled.
    static func all(_ results: [ClipResult]) -> BoxScores? {
        let labels = results.flatMap { $0.job.truth.boxes.map(\.box.label) }.inOrderOnce.sorted()
        guard !labels.isEmpty else { return nil }
        let algorithms = Set(results.flatMap { $0.job.setup.watches.map(\.algorithm.id) })
        return BoxScores(
            judged: labels.filter(algorithms.contains).map { label in
                BoxScore(label, results.flatMap { $0.pictures(of: label) })
            },
            unreported: labels.filter { !algorithms.contains($0) }.map { label in
                let boxes = results.map { $0.job.truth.boxes.filter { $0.box.label == label } }
                return UnreportedBoxes(
                    label: label, boxes: boxes.reduce(0) { $0 + $1.count },
                    moments: boxes.reduce(0) { $0 + Set($1.map(\.time)).count })
            })
    }
}

extension ClipResult {
    /// What an algorithm reported in all its zones, and what is there, at each moment at which a box has its id as label.
    fileprivate func pictures(of algorithm: String) -> [BoxPrecision.Picture] {
        let there = Dictionary(grouping: job.truth.boxes.filter { $0.box.label == algorithm }, by: \.time)
        return there.sorted { $0.key < $1.key }.compactMap { time, truths in
            looks(of: algorithm, nearest: time).map { looks in
                BoxPrecision.Picture(
                    detections: looks.flatMap(\.observations).map {
                        .init(category: algorithm, box: .init($0.box), score: $0.score)
                    },
                    truths: truths.map {
                        .init(category: algorithm, box: .init($0.box.box), isCrowd: $0.box.isIgnored)
                    })
            }
        }
    }
}

extension BoxPrecision.Box {
    fileprivate init(_ box: Media.Box) { self.init(x: box.x, y: box.y, width: box.width, height: box.height) }
}
