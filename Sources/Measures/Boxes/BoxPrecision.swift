/// How well boxes are found in pictures: average precision (AP) as COCO has it.
///
/// T.-Y. Lin and others, "Microsoft COCO: Common objects in context", ECCV 2014, and its program `pycocotools`
/// (`COCOeval` for `bbox`, all areas, 100 detections a picture), followed to its order of equal scores: as the pictures, and
/// within one its detections, are given. Areas play no part, so truths need not name one.
package struct BoxPrecision: Hashable, Sendable {
    package struct Category: Hashable, Sendable {
        package let name: String
        /// To be found, crowds left out: above 0.
        package let truths: Int
        /// Over overlaps of 0.50, 0.55 ... 0.95, 0 ... 1.
        package let ap: Double
        /// At an overlap of 0.50, 0 ... 1.
        package let ap50: Double
    }

    /// Detections of one category in one picture that are looked at, the surest first.
    package static let mostDetections = 100

    /// How much boxes must overlap for one to be found: computed as `numpy.linspace` does, so that not even a hair differs.
    static let overlaps: [Double] = {
        let step = (0.95 - 0.5) / 9
        return (0..<9).map { 0.5 + Double($0) * step } + [0.95]
    }()

    /// By name. Only categories of which something is to be found: what is detected of others is not held against anybody,
    /// as in COCO.
    package let categories: [Category]

    package init(_ pictures: [Picture]) {
        let names = Set(pictures.flatMap { $0.truths.filter { !$0.isCrowd }.map(\.category) }).sorted()
        categories = names.map { name in
            let matched = pictures.map { PictureMatching($0, category: name, overlaps: Self.overlaps) }
            let truths = matched.reduce(0) { $0 + $1.truths }
            let precisions = Self.overlaps.indices.map { overlap in
                Self.precision(of: matched.flatMap { $0.detections(at: overlap) }, truths: truths)
            }
            return Category(
                name: name, truths: truths, ap: precisions.reduce(0, +) / Double(precisions.count), ap50: precisions[0])
        }
    }

    /// Mean over the categories, each with the same weight; nil where nothing is to be found.
    package var ap: Double? { mean(\.ap) }
    package var ap50: Double? { mean(\.ap50) }

    private func mean(_ value: (Category) -> Double) -> Double? {
        categories.isEmpty ? nil : categories.map(value).reduce(0, +) / Double(categories.count)
    }

    /// The mean, over recalls of 0, 0.01 ... 1, of the best precision at that recall or a higher one; 0 where that recall is
    /// not reached.
    private static func precision(of detections: [PictureMatching.Judged], truths: Int) -> Double {
        let ordered = detections.enumerated().sorted { left, right in
            (-left.element.score, left.offset) < (-right.element.score, right.offset)
        }
        var curve: [(recall: Double, precision: Double)] = []
        var (found, wrong) = (0, 0)
        for (_, detection) in ordered {
            if detection.isTrue { found += 1 } else { wrong += 1 }
            curve.append((Double(found) / Double(truths), Double(found) / Double(found + wrong)))
        }
        for place in curve.indices.dropLast().reversed() {
            curve[place].precision = max(curve[place].precision, curve[place + 1].precision)
        }
        var (sum, place) = (0.0, 0)
        for step in 0...100 {
            let recall = step == 100 ? 1 : Double(step) * 0.01
            while place < curve.count, curve[place].recall < recall { place += 1 }
            if place < curve.count { sum += curve[place].precision }
        }
        return sum / 101
    }
}
