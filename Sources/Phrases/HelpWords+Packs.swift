import Media

/// What is said of packs on the command line, in both languages.
extension HelpWords {
    package static let pack = Words(
        zh: "试用此目录中的算法包（其中有 pack.yaml）；可重复。有配置时在每路摄像机的相应区域运行，没有相应区域时看整个画面；未给配置时只运行它，看整个画面。",
        en:
            "Tries out the pack in this folder (with its pack.yaml); may come again. With a configuration it runs on every camera, in zones of its kinds or else on the whole picture; without one it runs alone, on the whole picture."
    )
    package static let scoredPack = Words(
        zh: "同时给此目录中的算法包（其中有 pack.yaml）评分；可重复。",
        en: "Scores the pack in this folder (with its pack.yaml) as well; may come again.")
    package static let packCommand = Words(zh: "列出、检查算法包。", en: "Lists and checks algorithm packs.")
    package static let packList = Words(
        zh: "列出算法包：编号、版本、名称、所看区域、能否使用。", en: "Lists packs: id, version, name, zones, whether it can be used.")
    package static let packCheck = Words(
        zh: "检查一个或多个算法包目录，逐条指出错误。", en: "Checks folders of packs and names every mistake.")
    package static let packFolders = Words(zh: "算法包目录，其中有 pack.yaml。", en: "Folders of packs, each with a pack.yaml.")

    package static func packMistakes(_ count: Int) -> Words {
        Words(zh: "算法包有 \(count) 处错误", en: "the packs have \(count) mistake(s)")
    }
    /// Of a pack that is in order.
    package static func packClean(_ id: String, _ version: Int, _ name: Words, missing: String?) -> Words {
        Words(zh: "\(id)：第 \(version) 版，\(name.zh)，无误", en: "\(id): version \(version), \(name.en), no mistakes")
            + (missing.map { Words(zh: "；此处没有网络 \($0)", en: "; the network \($0) is not here") } ?? Words.none)
    }
    package static func packUsable(missing: String?) -> Words {
        guard let missing else { return Words(zh: "可用", en: "ready") }
        return Words(zh: "缺少网络 \(missing)", en: "needs the network \(missing)")
    }
}
