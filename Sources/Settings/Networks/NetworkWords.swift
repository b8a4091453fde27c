import Media

/// What is said of a network's manifest, in both languages.
enum NetworkWords {
    static let noFiles = Words(zh: "至少要列出一个文件", en: "name at least one file")
    static func noFileName(_ name: String) -> Words {
        Words(zh: "\(name.quoted) 不是文件名；请只写文件名，不带文件夹", en: "\(name.quoted) is no file name; name it without folders")
    }
    static let httpsNeeded = Words(zh: "地址须以 https:// 开头", en: "an address begins with https://")
    static func addressNeeded(_ name: String) -> Words {
        Words(
            zh: "\(name.quoted) 缺少 address：所有者在何处提供它",
            en: "\(name.quoted) has no address: where does its owner offer it?")
    }
    static let digestNeeded = Words(
        zh: "须为 64 位小写十六进制的 SHA-256", en: "a SHA-256 has 64 digits, 0-9 and a-f; `sha256sum FILE` tells it")
    static let sizeNeeded = Words(
        zh: "须写 size: [宽, 高]（32 至 4096），或 pixels 与 multiple",
        en: "write size: [width, height], each 32 to 4096, or pixels with multiple")
    static let threeNeeded = Words(zh: "须为三个数字，每种颜色一个", en: "three numbers are needed, one for each colour")
    static let foundOrMoving = Words(
        zh: "须写 found（另一网络找到的）或 moving（移动的、足够大的），也可两者都写",
        en: "write found (by another network), moving (what moves and is so large), or both")
    static let classNeeded = Words(
        zh: "至少要列出另一网络的一个类别，例如 [vehicle]", en: "name at least one class of the other network, such as [vehicle]")
    static let stridesNeeded = Words(
        zh: "此形式须写 strides，例如 [8, 16, 32]", en: "this form needs strides, such as [8, 16, 32]")
}
