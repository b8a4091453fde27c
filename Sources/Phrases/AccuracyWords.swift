import Cases
import Media

/// What `piculet accuracy` and `piculet case verdict` say, and what `--help` says of them, in both languages.
package enum AccuracyWords {
    // Help

    package static let command = Words(
        zh: "实地准确率：属实占属实与误报之和的比例；查看和指定运行模式。",
        en: "Field accuracy, true of true and false verdicts; shows and sets the modes of algorithms.")
    package static let show = Words(
        zh: "按算法、摄像机、网格或周列出准确率、95% 置信区间、判定比例和每周走势（缺省命令）。",
        en:
            "Precision by algorithm, camera, grid or week, with its 95 % interval, the share reviewed and the trend (the default)."
    )
    package static let modes = Words(
        zh: "列出各算法在各摄像机上的运行模式及其变化依据。",
        en: "Lists in which mode each algorithm runs on each camera, and on which figures that was decided.")
    package static let mode = Words(
        zh: "人工指定运行模式，或用 rule 恢复由规则决定。",
        en: "Overrules the mode of an algorithm on a camera; 'rule' lets the rule decide again.")
    package static let verdictStep = Words(
        zh: "判定：说明检出是否属实；随时可以，结案后也可以，以最后一次为准。",
        en: "Says what the hit was, at any time, after the end too; the last one holds.")
    package static let verdict = Words(
        zh: "true（属实）、false（误报）、permitted（许可）、duplicate（重复）或 unclear（无法判定）。",
        en: "true, false, permitted, duplicate or unclear.")
    package static let verdictToo = Words(
        zh: "同时判定检出：true、false、permitted、duplicate 或 unclear。",
        en: "What the hit was, said with it: true, false, permitted, duplicate or unclear.")
    package static let since = Words(
        zh: "从某日（2026-03-01）或多久以前（30d）起；按检出时间。",
        en: "Of hits since a day (2026-03-01) or a time ago (30d).")
    package static let by = Words(zh: "algorithm、camera、grid 或 week。", en: "algorithm, camera, grid or week.")
    package static let format = Words(zh: "text（表格）或 json。", en: "text or json.")
    package static let camera = Words(zh: "摄像机编号。", en: "The camera's id.")
    package static let algorithm = Words(zh: "算法编号。", en: "The algorithm's id.")
    package static let modeName = Words(
        zh: "shadow（影子）、review（复核）、auto（自动），或 rule（由规则决定）。", en: "shadow, review, auto, or rule.")
    package static let log = Words(zh: "列出每一次变化，而不只是最后一次。", en: "Every change, not only the last.")
    package static let shadow = Words(
        zh: "影子模式下留待判定的检出。", en: "Hits kept in shadow, for whoever reviews them.")
    package static let unreviewed = Words(zh: "只列尚无判定的。", en: "Only those without a verdict.")

    // Said

    package static func noSince(_ text: String) -> Words {
        Words(
            zh: "--since：\(text.quoted) 既不是日期也不是时长。请写成 2026-03-01 或 30d。",
            en: "--since: \(text.quoted) is neither a day nor a time. Write it as 2026-03-01 or 30d.")
    }
    package static func noMode(_ text: String) -> Words {
        Words(
            zh: "没有模式 \(text.quoted)。可用：shadow、review、auto、rule。",
            en: "there is no mode \(text.quoted). Known: shadow, review, auto, rule.")
    }
    package static func noAlgorithm(_ text: String, _ nearest: String?) -> Words {
        Words(
            zh: "没有算法 \(text.quoted)。" + (nearest.map { "是否想写 \($0.quoted)？" } ?? ""),
            en: "there is no algorithm \(text.quoted)." + (nearest.map { " Did you mean \($0.quoted)?" } ?? ""))
    }
    package static func cameraNotMet(_ text: String, _ nearest: String?) -> Words {
        Words(
            zh: "数据库中没有摄像机 \(text.quoted)：既无检出，也无运行模式。" + (nearest.map { "是否想写 \($0.quoted)？" } ?? "")
                + "尚无检出的摄像机请加 --config。",
            en: "the store has met no camera \(text.quoted): it has no hit and no mode."
                + (nearest.map { " Did you mean \($0.quoted)?" } ?? "")
                + " For a camera without a hit yet give --config.")
    }
    package static func noFormat(_ text: String) -> Words {
        Words(
            zh: "--format：没有 \(text.quoted)。可用：text、json。",
            en: "--format: \(text.quoted) is not known. Known: text, json.")
    }
    package static func voidHint(_ number: String) -> Words {
        Words(
            zh: "提示：作废不等于误报。若为误报：piculet case verdict \(number.named) false",
            en:
                "note: void says nothing of the algorithm. If the detection was false: piculet case verdict \(number.named) false"
        )
    }
    package static func changed(_ change: ModeChange) -> Words {
        let (pair, figures) = (change.pair, change.figures)
        return Words(
            zh:
                "模式：摄像机 \(pair.camera.quoted) 的 \(pair.algorithm.quoted) \(change.cause.words.zh)：\(change.from.words.zh) -> \(change.to.words.zh)",
            en:
                "mode of \(pair.algorithm.quoted) on camera \(pair.camera.quoted) \(change.cause.words.en): \(change.from.rawValue) -> \(change.to.rawValue)"
        )
            + " (n=\(figures.reviewed), true=\(figures.correct), 95 % \(figures.interval.percent); \(figures.rule.text))"
    }
    package static let columns: [Words] = [
        Words(zh: "对象", en: "of"), Words(zh: "检出", en: "hits"), Words(zh: "已判定", en: "reviewed"),
        Words(zh: "属实", en: "true"), Words(zh: "误报", en: "false"), Words(zh: "许可", en: "permitted"),
        Words(zh: "重复", en: "duplicate"), Words(zh: "无法判定", en: "unclear"), Words(zh: "准确率", en: "precision"),
        Words(zh: "95% 区间", en: "95 % interval"), Words(zh: "样本", en: "n"), Words(zh: "目标 95%", en: "target 95 %"),
        Words(zh: "走势", en: "trend"),
    ]
    package static let total = Words(zh: "合计", en: "all")
    package static let noGrid = Words(zh: "无网格", en: "no grid")
    package static func standing(_ standing: Standing) -> Words {
        switch standing {
        case .met: Words(zh: "达标", en: "met")
        case .missed: Words(zh: "未达标", en: "missed")
        case .open: Words(zh: "样本不足", en: "too few")
        }
    }
    package static let formula = Words(
        zh: "准确率 = 属实 / (属实 + 误报)；许可、重复、无法判定不计入。",
        en: "precision = true / (true + false); permitted, duplicate and unclear are left out.")
    package static let pinned = Words(zh: "人工指定", en: "overruled")
    package static let ruled = Words(zh: "按规则", en: "by the rule")
    package static func cap(_ mode: HitMode) -> Words {
        Words(zh: "最高\(mode.words.zh)", en: "at most \(mode.rawValue)")
    }
    package static let modeColumns: [Words] = [
        Words(zh: "摄像机", en: "camera"), Words(zh: "算法", en: "algorithm"), Words(zh: "模式", en: "mode"),
        Words(zh: "配置", en: "configured"), Words(zh: "依据", en: "by"), Words(zh: "起始", en: "since"),
        Words(zh: "样本", en: "n"), Words(zh: "属实", en: "true"), Words(zh: "95% 区间", en: "95 % interval"),
    ]
}
