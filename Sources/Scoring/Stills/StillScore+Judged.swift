import Labels
import Measures
import Media

extension StillScore {
    /// - Parameter judged: nil: the algorithm is not built in.
    init(_ question: StillQuestion, judged: [JudgedStill]?) {
        func count(_ truth: Still.Truth) -> Int { question.pictures.filter { $0.still.truth == truth }.count }
        let clear = question.pictures.filter { $0.still.truth != .unclear }
        self.init(
            algorithm: question.algorithm, positives: count(.yes), negatives: count(.no), unclear: count(.unclear),
            cameras: Set(clear.map(\.still.camera)).count, figures: judged.map(Figures.init))
    }
}

extension StillScore.Figures {
    /// Of the negatives, the shares that may be taken for positive.
    private static let allowed = [0.01, 0.05]

    fileprivate init(_ judged: [JudgedStill]) {
        let scored = judged.map(\.scored)
        let (roc, precision) = (ROC(scored), PrecisionRecall(scored))
        let (positives, negatives) = (judged.filter(\.isPositive), judged.filter { !$0.isPositive })
        self.init(
            auc: StillScore.Area(judged), averagePrecision: precision.average?.rounded(to: 6),
            recallAt: Self.allowed.map { StillScore.RecallAt($0, roc) },
            told: StillScore.Told(
                recall: .init(Share(positives.filter(\.isTold).count, of: positives.count)),
                falsePositives: .init(Share(negatives.filter(\.isTold).count, of: negatives.count))),
            roc: roc.points.map(StillScore.ROCPoint.init),
            precisionRecall: precision.points.compactMap(StillScore.PRPoint.init),
            calibration: Calibration(judged.map { ($0.picture.still.camera, $0.scored) }),
            pictures: judged.map(StillScore.Picture.init))
    }
}

extension StillScore.Area {
    /// The camera is drawn, not the picture: pictures of one camera are alike.
    fileprivate init(_ judged: [JudgedStill]) {
        let cameras = judged.map(\.picture.still.camera).inOrderOnce.map { camera in
            judged.filter { $0.picture.still.camera == camera }.map(\.scored)
        }
        let estimate = Bootstrap().estimate(groups: cameras.count) { drawn in
            ROC(drawn.flatMap { cameras[$0] }).area
        }
        self.init(
            value: estimate?.value.rounded(to: 6), low: estimate?.interval?.lowerBound.rounded(to: 6),
            high: estimate?.interval?.upperBound.rounded(to: 6))
    }
}

extension StillScore.RecallAt {
    fileprivate init(_ most: Double, _ roc: ROC) {
        let point = roc.point(atFalsePositiveRate: most)
        self.init(
            falsePositiveRate: most, recall: .init(point?.recall ?? Share(0, of: 0)),
            threshold: point?.threshold?.rounded(to: 6))
    }
}

extension StillScore.ROCPoint {
    fileprivate init(_ point: ROC.Point) {
        self.init(
            threshold: point.threshold?.rounded(to: 6), falsePositiveRate: point.falsePositiveRate.rounded(to: 6),
            recall: (point.recall.value ?? 0).rounded(to: 6))
    }
}

extension StillScore.PRPoint {
    /// nil: where nothing is taken for positive.
    fileprivate init?(_ point: PrecisionRecall.Point) {
        guard let threshold = point.threshold, let recall = point.recall.value, let precision = point.precision.value
        else { return nil }
        self.init(
            threshold: threshold.rounded(to: 6), recall: recall.rounded(to: 6), precision: precision.rounded(to: 6))
    }
}

extension StillScore.Picture {
    fileprivate init(_ judged: JudgedStill) {
        self.init(
            dataset: judged.picture.dataset, picture: judged.picture.still.picture,
            camera: judged.picture.still.camera, isPositive: judged.isPositive, score: judged.score.rounded(to: 6),
            isTold: judged.isTold)
    }
}
