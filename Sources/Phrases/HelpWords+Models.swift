import Media

/// What is said of networks and their weights on the command line, in both languages.
extension HelpWords {
    package static let modelCommand = Words(
        zh: "列出、取得、核对算法所用的网络。", en: "Lists, brings and verifies the networks that algorithms see with.")
    package static let modelList = Words(
        zh: "列出网络：编号、是否在此、大小、许可、使用它的算法、出处。",
        en: "Lists networks: id, whether it is here, size, licence, the algorithms that can use it, where it is from.")
    package static let modelPull = Words(
        zh: "从所有者提供的地址或 --from 的文件夹取得网络的权重；核对大小与 SHA-256，断开后再运行会接着取。",
        en:
            "Brings weights from where their owner offers them, or from a folder (--from); verifies size and SHA-256, and goes on where "
            + "it broke off.")
    package static let modelVerify = Words(
        zh: "核对权重的大小与 SHA-256；有不符时状态为 1。",
        en: "Verifies size and SHA-256 of weights; the status is 1 where one is not as its manifest says.")
    package static let modelIDs = Words(
        zh: "网络编号，见 piculet model list。", en: "Ids of networks, as `piculet model list` has them.")
    package static let modelFrom = Words(
        zh: "从此文件夹取（其中有文件，或以网络编号命名的文件夹），不用网络连接。",
        en:
            "Takes them from this folder (it holds the files, or a folder called as the network); nothing is downloaded."
    )
    package static let builtIn = Words(
        zh: "只用本机制作的网络（make deps），不用另外取得的（piculet model pull）。",
        en:
            "Sees with networks that are made here (`make deps`) alone, not with those that were pulled (`piculet model pull`)."
    )

    package static let modelHere = Words(zh: "可用", en: "here")
    package static func modelMissing(_ isMadeHere: Bool, hasAddress: Bool) -> Words {
        if isMadeHere { return Words(zh: "缺少，运行 make deps", en: "missing: make deps") }
        return hasAddress
            ? Words(zh: "缺少，可用 pull 取得", en: "missing: pull")
            : Words(zh: "缺少，可用 pull --from 取得", en: "missing: pull --from FOLDER")
    }
    package static func modelMadeHere(_ id: String) -> Words {
        Words(
            zh: "网络 \(id.quoted) 在本机制作：请运行 make deps", en: "the network \(id.quoted) is made here: run `make deps`")
    }
    package static func modelPulling(_ name: String, _ size: String, _ place: String) -> Words {
        Words(zh: "正在取得 \(name)（\(size)）：\(place)", en: "\(name) (\(size)) from \(place)")
    }
    /// - Parameter users: the packs that can see with it.
    package static func modelPulled(
        _ id: String, _ count: Int, licence: String, upstream: String, users: [String]
    ) -> Words {
        guard count > 0 else { return Words(zh: "\(id)：已在此，无误", en: "\(id): all is here and as it should be") }
        let names = users.joined(separator: ", ")
        let use =
            users.isEmpty
            ? Words(zh: "没有算法使用它。", en: "No pack uses it.")
            : Words(
                zh: "使用它的算法：\(names)；运行中的 piculet 在下次启动时使用。",
                en: "Used by \(names); a running daemon uses it from its next start on.")
        return Words(
            zh: "\(id)：已取得 \(count) 个文件，无误。许可：\(licence)，出处：\(upstream)。",
            en: "\(id): \(count) file(s) brought, as they should be. Licence: \(licence), from \(upstream). ") + use
    }
    package static let modelPartial = Words(zh: "有损坏或不全，见 verify", en: "damaged: verify")
    package static let modelBroken = Words(zh: "清单有错误", en: "its manifest has mistakes")
    package static func noModels(_ folder: String?) -> Words {
        guard let folder else {
            return Words(
                zh: "找不到网络的文件夹（models/networks）；请用 PICULET_MODELS 指出",
                en: "there is no folder of networks (models/networks); name it in PICULET_MODELS")
        }
        return Words(
            zh: "\(folder.quoted) 中没有网络（每个网络一个文件夹，其中有 network.yaml）",
            en: "there are no networks in \(folder.quoted): each has a folder with a network.yaml")
    }
    package static func noModel(_ id: String, _ nearest: String?, _ known: [String]) -> Words {
        let names = known.joined(separator: ", ")
        return Words(zh: "没有网络 \(id.quoted)。", en: "there is no network \(id.quoted).") + CommandWords.meant(nearest)
            + Words(zh: "已知：\(names)。", en: " Known: \(names).")
    }
    package static func modelMistakes(_ count: Int) -> Words {
        Words(zh: "网络的清单有 \(count) 处错误", en: "manifests of networks have \(count) mistake(s)")
    }
    package static let modelDamaged = Words(
        zh: "有权重与清单不符；请用 piculet model pull 重新取得，本机制作的请运行 make deps",
        en:
            "weights are not as their manifests say; bring them anew with `piculet model pull`, those made here with `make deps`"
    )
}
