import Media

/// What is said of networks that are not there, in both languages.
enum SightWords {
    private static let consequence = Words(
        zh: "缺少网络的算法无法使用，或只凭画面变化判断，分不清人、车与其他物体。请运行 make deps。",
        en:
            "Algorithms that need what is missing cannot be used, or judge by what changes in the picture alone and tell no person from "
            + "a vehicle. Run `make deps`.")

    static let noLibrary = Words(zh: "没有 OpenVINO 库。", en: "OpenVINO's library is not there. ") + consequence
    static func noNetworks(_ names: [String]) -> Words {
        let all = names.map(\.quoted).joined(separator: ", ")
        return Words(zh: "没有网络 \(all)。", en: "Networks that are not there: \(all). ") + consequence
    }
}
