import Media

/// What is said of a camera's own scale on the command line, in both languages.
extension HelpWords {
    package static let calibrateCommand = Words(
        zh: "用几个人工数过人数的时刻，求出摄像机自己的计数比例。",
        en: "Finds a camera's own scale for what is counted there, from a few moments that people counted.")
    package static let calibrating = Words(
        zh: "数据集的标注里要有 counts（见 docs/labels.md），每路摄像机至少三个时刻，以及不同的人数。得出的比例写进该摄像机的 algorithms。",
        en:
            "Labels need 'counts' (docs/labels.md): three moments of a camera at least, with few persons and with many. What it finds "
            + "belongs into the camera's 'algorithms'.")
    package static let calibrated = Words(zh: "计数的算法，例如 crowd。", en: "An algorithm that counts, such as crowd.")

    package static func countsNothing(_ algorithm: String, _ counting: [String]) -> Words {
        let names = counting.joined(separator: ", ")
        return Words(
            zh: "\(algorithm.quoted) 不计数，没有比例。可用：\(names)。",
            en: "\(algorithm.quoted) counts nothing, so it has no scale. Known: \(names).")
    }
    package static let nothingCounted = Words(
        zh: "标注中没有人数（counts）；请在标注里写上几个时刻的人数，见 docs/labels.md",
        en: "the labels count nobody; add 'counts' of a few moments to them, see docs/labels.md")
    package static func tooFewCounts(_ camera: String, _ fewest: Int) -> Words {
        Words(
            zh: "\(camera.quoted)：数过人数、算法也看了的时刻不足 \(fewest) 个，或没有数到人；得不出比例",
            en:
                "\(camera.quoted): fewer than \(fewest) moments in which somebody counted and the algorithm looked, or nobody was found in "
                + "them; no scale can be told")
    }
    package static func scale(_ camera: String, _ moments: Int, _ before: Double?, _ after: Double?) -> Words {
        func text(_ error: Double?) -> String { error.map { "\(($0 * 10).rounded() / 10)" } ?? "-" }
        return Words(
            zh: "\(camera)：\(moments) 个时刻，平均误差 \(text(before)) 人；每个时刻用其余时刻得出的比例时 \(text(after)) 人",
            en:
                "\(camera): \(moments) moments, off by \(text(before)) persons on the average; by \(text(after)) where each is judged "
                + "with the scale that the others give")
    }
    package static func scaleIsNoHelp(_ camera: String) -> Words {
        Words(
            zh: "\(camera.quoted)：比例没有使误差变小，不要写；可以多数几个时刻",
            en: "\(camera.quoted): a scale makes it no better, so write none; more moments may")
    }
    package static func scaleIsOdd(_ camera: String, _ factor: Double) -> Words {
        Words(
            zh: "\(camera.quoted)：比例 \(factor) 超出 0.2 至 5；请检查区域和标注",
            en: "\(camera.quoted): a scale of \(factor) is beyond 0.2 to 5; look at the zone and at what was counted")
    }
}
