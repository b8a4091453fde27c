import Media

/// What is said of packs on the command line, in both languages.
extension HelpWords {
    package static let pack = Words(
        zh: "试用此目录中的算法包（其中有 pack.yaml）；可重复。未给配置时只运行试用的算法，整个画面都看。",
        en:
            "Tries out the pack in this folder (with its pack.yaml); may come again. Without a configuration it alone runs, on the whole picture."
    )
    package static let packCommand = Words(zh: "列出、检查算法包。", en: "Lists and checks algorithm packs.")
    package static let packList = Words(
        zh: "列出算法包：编号、版本、名称、所看区域、能否使用。", en: "Lists packs: id, version, name, zones, whether it can be used.")
    package static let packCheck = Words(
        zh: "检查一个或多个算法包目录，逐条指出错误。", en: "Checks folders of packs and names every mistake.")
    package static let packFolders = Words(zh: "算法包目录，其中有 pack.yaml。", en: "Folders of packs, each with a pack.yaml.")

    /// Of a pack that is in order.
    package static func packClean(_ id: String, _ version: Int, _ name: Words) -> Words {
        Words(zh: "\(id)：第 \(version) 版，\(name.zh)，无误", en: "\(id): version \(version), \(name.en), no mistakes")
    }
    package static func packUsable(missing: String?) -> Words {
        guard let missing else { return Words(zh: "可用", en: "ready") }
        return Words(zh: "缺少网络 \(missing)", en: "needs the network \(missing)")
    }
}
