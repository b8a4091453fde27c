import Media

/// What came of calibration, for a terminal.
enum CalibrationLines {
    /// Below the line of an algorithm; nil: it was not fitted.
    static func line(_ calibration: Calibration) -> Words? {
        guard let before = calibration.before, let after = calibration.after else { return nil }
        func text(_ value: Double?) -> String { value.map { "\($0.rounded(to: 3))" } ?? "-" }
        let (fitted, judged) = (calibration.fitted, calibration.judged)
        return Words(
            zh: "    置信度校准：在开发组 \(fitted) 个上拟合，在评判组 \(judged) 个上评判：ECE \(text(before.expectedError)) → "
                + "\(text(after.expectedError))，Brier \(text(before.brier)) → \(text(after.brier))",
            en: "    calibration: fitted on \(fitted) scores of development cameras, on \(judged) of judging ones: "
                + "ECE \(text(before.expectedError)) -> \(text(after.expectedError)), "
                + "Brier \(text(before.brier)) -> \(text(after.brier))")
    }

    /// One line for all that were not fitted; none where all were.
    static func notFitted(_ calibrations: [(algorithm: String, calibration: Calibration)]) -> [Words] {
        let few = calibrations.filter { $0.calibration.before == nil }
        guard !few.isEmpty else { return [] }
        let told = few.map { one in
            Words(
                zh: "\(one.algorithm) \(one.calibration.fitted) 和 \(one.calibration.judged)",
                en: "\(one.algorithm) \(one.calibration.fitted) and \(one.calibration.judged)")
        }
        return [
            Words(
                zh: "  未校准，开发组和评判组的置信度各至少要 \(Calibration.fewest) 个，现有：" + told.map(\.zh).joined(separator: "，"),
                en:
                    "  calibration not fitted, \(Calibration.fewest) scores on development cameras and as many on judging ones "
                    + "are needed, there are: " + told.map(\.en).joined(separator: ", "))
        ]
    }
}
