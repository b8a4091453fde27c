import Media

/// What is said of networks that are not there, in both languages.
enum SightWords {
    private static let consequence = Words(
        zh: "缺少网络的算法无法使用，或只凭画面变化判断，分不清人、车与其他物体。请运行 make deps。",
        en:
            "Algorithms that need what is missing cannot be used, or judge by what changes in the picture alone and tell no person from "
            + "a vehicle. Run `make deps`.")

    static let noLibrary = Words(zh: "没有 OpenVINO 库。", en: "OpenVINO's library is not there. ") + consequence
    static func passedOver(_ id: String, _ why: Words) -> Words {
        Words(
            zh: "网络 \(id.quoted) 无法使用，改用算法所列的下一个：\(why.zh)",
            en: "the network \(id.quoted) cannot be used, packs see with the next that they name: \(why.en)")
    }
    static func noNetworks(_ names: [String]) -> Words {
        let all = names.map(\.quoted).joined(separator: ", ")
        return Words(zh: "没有网络 \(all)。", en: "Networks that are not there: \(all). ") + consequence
    }
}
