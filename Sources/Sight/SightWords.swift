import Media

/// What is said of networks that are not there, in both languages.
enum SightWords {
    private static let consequence = Words(
        zh: "算法只凭画面变化判断，分不清人、车与其他物体。请运行 make deps。",
        en: "Algorithms judge by what changes in the picture alone, and tell no person from a vehicle. Run `make deps`."
    )

    static let noLibrary = Words(zh: "没有 OpenVINO 库。", en: "OpenVINO's library is not there. ") + consequence
    static func noNetwork(_ name: String) -> Words {
        Words(zh: "没有网络 \(name.quoted)。", en: "the network \(name.quoted) is not there. ") + consequence
    }
}
