import Media

/// What is said of a pack's manifest, in both languages.
enum PackWords {
    static let wholeNumber = Words(zh: "须为整数，例如 1", en: "a whole number is needed, such as 1")
    static func wrongID(_ id: String) -> Words {
        Words(
            zh: "\(id.quoted) 不能作编号；请用小写字母、数字和 '-'，以字母开头，最多 60 个字符",
            en: "\(id.quoted) is no id; use small letters, digits and '-', a letter first, 60 at most")
    }
    static func otherFolder(_ id: String, _ folder: String) -> Words {
        Words(
            zh: "编号 \(id.quoted) 与文件夹名 \(folder.quoted) 不同；两者须一致",
            en: "the id \(id.quoted) is not the name of its folder, \(folder.quoted); they must be the same")
    }
    static let zoneNeeded = Words(
        zh: "至少要列出一种区域，例如 [pavement]", en: "name at least one kind of zone, such as [pavement]")
    static let dwellOrHold = Words(
        zh: "须写 dwell（物品停留多久）或 hold（数量保持多久）之一", en: "write one of dwell (a thing stays) and hold (a measure holds)")
    static func otherTime(_ part: String, _ key: String) -> Words {
        let right = key == "hold" ? "dwell" : "hold"
        return Words(zh: "'\(part)' 用 \(right)，不用 \(key)", en: "a '\(part)' has a \(right), no \(key)")
    }
    static func noThreshold(_ part: String) -> Words {
        Words(zh: "'\(part)' 只有有无之分，没有阈值；请删去", en: "a '\(part)' is there or not: it has no threshold; leave it out")
    }
    static func thresholdNeeded(_ part: String) -> Words {
        Words(zh: "缺少此项：'\(part)' 须有阈值", en: "is missing: '\(part)' needs a threshold")
    }
    static let networkNeeded = Words(
        zh: "场景分不清这些；请写 network，例如 lite0-street",
        en: "the scene alone cannot tell; name a network, such as lite0-street")
    static let networkNamed = Words(
        zh: "至少要列出一个网络，例如 [lite0-street]", en: "name at least one network, such as [lite0-street]")
    static func inNetworks(_ key: String) -> Words {
        Words(
            zh: "已写 networks，\(key) 应写在其各项中；请删去", en: "belongs into each entry of 'networks'; leave it out here")
    }
    static let neverOrOnly = Words(
        zh: "须写 {never: 0.6}（不是车辆）或 {only: 0.5}（只要车辆）之一",
        en: "write one of {never: 0.6} (it is no vehicle) and {only: 0.5} (it is a vehicle)")
    static let twoNeeded = Words(
        zh: "须为两个数字，小的在前，例如 [0.6, 8]", en: "two numbers are needed, the smaller first, such as [0.6, 8]")
    static let nonePacked = Words(
        zh: "此处没有算法包；其下应有文件夹，各有一个 pack.yaml。只用内置算法时请设为空",
        en: "there is no pack here; it holds folders, each with a pack.yaml. Leave it empty for what is built in alone")
}
