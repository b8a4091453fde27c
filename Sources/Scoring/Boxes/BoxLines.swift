import Media

/// What came of labelled boxes, for a terminal.
enum BoxLines {
    static func lines(_ boxes: BoxScores) -> [Words] { boxes.judged.map(line) + boxes.unreported.map(\.words) }

    private static func line(_ score: BoxScore) -> Words {
        func text(_ value: Double?) -> String { value.map { "\($0.rounded(to: 3))" } ?? "-" }
        return Words(
            zh: "  \(score.algorithm) 的框：AP \(text(score.ap))，AP50 \(text(score.ap50))；"
                + "\(score.moments) 个时刻，\(score.boxes) 个框",
            en: "  boxes of \(score.algorithm)  AP \(text(score.ap)), AP50 \(text(score.ap50)) "
                + "of \(score.boxes) box(es) in \(score.moments) moment(s)")
    }
}

extension UnreportedBoxes {
    package var words: Words {
        Words(
            zh: "  标注了 \(moments) 个时刻的 \(boxes) 个“\(label)”框，没有算法报出此类框：未评判",
            en: "  boxes: \(boxes) of \(label) labelled in \(moments) moment(s), "
                + "none of the algorithms reports boxes of that label: not judged")
    }
}
