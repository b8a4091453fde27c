import Media

extension Calibration {
    /// For a terminal, below the line of an algorithm.
    package var words: Words {
        guard let before, let after else {
            return Words(
                zh: "    置信度校准：开发组 \(fitted) 个，评判组 \(judged) 个，每组至少要 \(Self.fewest) 个：未校准",
                en: "    calibration: \(fitted) scores on development cameras, \(judged) on judging ones, "
                    + "\(Self.fewest) each are needed: not fitted")
        }
        func text(_ value: Double?) -> String { value.map { "\($0.rounded(to: 3))" } ?? "-" }
        return Words(
            zh: "    置信度校准：在开发组 \(fitted) 个上拟合，在评判组 \(judged) 个上评判：ECE \(text(before.expectedError)) → "
                + "\(text(after.expectedError))，Brier \(text(before.brier)) → \(text(after.brier))",
            en: "    calibration: fitted on \(fitted) scores of development cameras, on \(judged) of judging ones: "
                + "ECE \(text(before.expectedError)) -> \(text(after.expectedError)), "
                + "Brier \(text(before.brier)) -> \(text(after.brier))")
    }
}
