/// Which detections of one category are true in one picture, for each demand on their overlap.
///
/// The surest detection chooses first: the free truth that it overlaps most, of several the last; else a crowd that holds
/// it, which any number may choose. This is greedy, as in COCO, not the best assignment.
struct PictureMatching {
    struct Judged {
        let score: Double
        let isTrue: Bool
    }

    private enum Verdict { case found, inCrowd, wrong }

    /// To be found, crowds left out.
    let truths: Int
    /// The surest first.
    private let scores: [Double]
    /// By demand, then detection.
    private let verdicts: [[Verdict]]

    init(_ picture: BoxPrecision.Picture, category: String, overlaps: [Double]) {
        let there = picture.truths.filter { $0.category == category }
        let (single, crowds) = (there.filter { !$0.isCrowd }, there.filter(\.isCrowd))
        let detections = picture.detections.filter { $0.category == category }.enumerated().sorted { left, right in
            (-left.element.score, left.offset) < (-right.element.score, right.offset)
        }.prefix(BoxPrecision.mostDetections).map(\.element)
        truths = single.count
        scores = detections.map(\.score)
        verdicts = overlaps.map { demanded in
            var isFree = [Bool](repeating: true, count: single.count)
            return detections.map { detection in
                var (best, chosen) = (demanded, Int?.none)
                for (place, truth) in single.enumerated() where isFree[place] {
                    let overlap = detection.box.overlap(with: truth.box)
                    if overlap >= best { (best, chosen) = (overlap, place) }
                }
                if let chosen {
                    isFree[chosen] = false
                    return .found
                }
                return crowds.contains { detection.box.share(within: $0.box) >= demanded } ? .inCrowd : .wrong
            }
        }
    }

    /// Those that are neither right nor wrong left out.
    func detections(at overlap: Int) -> [Judged] {
        zip(scores, verdicts[overlap]).compactMap { score, verdict in
            verdict == .inCrowd ? nil : Judged(score: score, isTrue: verdict == .found)
        }
    }
}
