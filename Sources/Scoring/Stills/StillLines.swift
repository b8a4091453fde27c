import Media

/// What came of still pictures, for a terminal.
enum StillLines {
    static func lines(_ stills: [StillScore]) -> [Words] {
        stills.flatMap(lines)
            + CalibrationLines.notFitted(
                stills.compactMap { still in still.figures.map { (still.algorithm, $0.calibration) } })
    }

    private static func lines(_ still: StillScore) -> [Words] {
        guard let figures = still.figures else { return [still.notJudged] }
        let head = Words(
            zh: "静止图片，\(still.algorithm)：有 \(still.positives)，无 \(still.negatives)，不明 \(still.unclear)（不计），"
                + "\(still.cameras) 台摄像机",
            en: "still pictures, \(still.algorithm): \(still.positives) with it, \(still.negatives) without, "
                + "\(still.unclear) unclear (left out), \(still.cameras) camera(s)")
        let recalls = figures.recallAt.map { at in
            let share = "\(Int((at.falsePositiveRate * 100).rounded())) %"
            return Words(zh: "误判 \(share) 时查全率 \(at.recall.text)", en: "recall at \(share) false \(at.recall.text)")
        }
        let line = Words(
            zh: "  AUC \(area(figures.auc))  " + recalls.map(\.zh).joined(separator: "  ")
                + "  规则报出：查全率 \(figures.told.recall.text)，误判 \(figures.told.falsePositives.text)",
            en: "  AUC \(area(figures.auc))  " + recalls.map(\.en).joined(separator: "  ")
                + "  told by its rule: recall \(figures.told.recall.text), false \(figures.told.falsePositives.text)")
        return [head, line] + [CalibrationLines.line(figures.calibration)].compactMap(\.self)
            + (figures.seesNothing ? [.seesNothing] : [])
    }

    /// `0.93 [0.88, 0.97]`.
    private static func area(_ area: StillScore.Area) -> String {
        guard let value = area.value else { return "-" }
        guard let low = area.low, let high = area.high else { return "\(value.rounded(to: 3))" }
        return "\(value.rounded(to: 3)) [\(low.rounded(to: 3)), \(high.rounded(to: 3))]"
    }
}

extension StillScore {
    /// Of an algorithm that is not built in.
    package var notJudged: Words {
        Words(
            zh: "\(pictures) 张图片询问 \(algorithm)，此算法尚未内置：未评判",
            en: "\(pictures) picture(s) ask for \(algorithm), which is not built in: not judged")
    }
}

extension StillScore.Figures {
    /// It saw nothing in any picture.
    package var seesNothing: Bool { !pictures.isEmpty && pictures.allSatisfy { $0.score == 0 } }
}

extension Words {
    fileprivate static let seesNothing = Words(
        zh: "  在任何一张图片中都没有看到东西：它靠变化发现事物，静止的画面里没有变化",
        en: "  it saw nothing in any picture: it goes by what changes, and in a still picture nothing does")
}
