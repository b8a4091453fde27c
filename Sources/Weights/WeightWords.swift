import Inference
import Media

/// What is said of weights, in both languages.
enum WeightWords {
    static func noProgram(_ name: String) -> Words {
        Words(
            zh: "没有程序 \(name)；请运行 apt-get install \(name)，或用 --from 从文件夹取",
            en:
                "there is no program \(name); run `apt-get install \(name)`, or take the files from a folder with --from"
        )
    }
    static func unreadable(_ path: String, _ why: String) -> Words {
        Words(zh: "无法读取 \(path.quoted)：\(why)", en: "\(path.quoted) cannot be read: \(why)")
    }
    static func noAddress(_ id: String, _ upstream: String) -> Words {
        Words(
            zh: "网络 \(id.quoted) 没有可直接下载的地址；请从 \(upstream) 取得文件，再用 --from 指出其文件夹",
            en:
                "the network \(id.quoted) has no address to pull from; get its files from \(upstream) and name their folder with --from"
        )
    }
    static func notInFolder(_ id: String, _ folder: String, _ files: [WeightFile]) -> Words {
        let names = files.map { "\($0.name) (\($0.bytes) B)" }.joined(separator: ", ")
        return Words(
            zh: "\(folder.quoted) 及其下的 \(id.quoted) 中没有所需的文件：\(names)",
            en: "neither \(folder.quoted) nor its folder \(id.quoted) holds what is needed: \(names)")
    }
    static func otherFile(_ file: WeightFile, size: Int, digest: String) -> Words {
        Words(
            zh: "\(file.name) 是另一个文件：\(size) 字节，SHA-256 为 \(digest)；清单要求 \(file.bytes) 字节、\(file.sha256)。没有保留",
            en:
                "\(file.name) is another file: \(size) bytes with the SHA-256 \(digest), where the manifest says \(file.bytes) bytes "
                + "and \(file.sha256). Nothing was kept")
    }
    static func cannotWrite(_ path: String, _ why: String) -> Words {
        Words(zh: "无法写入 \(path.quoted)：\(why)", en: "\(path.quoted) cannot be written: \(why)")
    }
    /// - Parameter isBegun: a part of it is here.
    static func notPulled(_ name: String, _ address: String, _ why: String, id: String, isBegun: Bool) -> Words {
        let why = why.lastLine
        return Words(zh: "无法从 \(address) 取得 \(name)：\(why)。", en: "\(name) cannot be pulled from \(address): \(why). ")
            + (isBegun ? Words(zh: "再运行一次会从断开处继续。", en: "Run it again to go on where it broke off. ") : .none)
            + Words(
                zh: "没有网络连接时请用 --from 指出装有 \(id) 的文件夹",
                en: "Without a connection, name a folder that holds \(id) with --from")
    }
}

extension String {
    /// Programs say what matters last.
    fileprivate var lastLine: String { split(whereSeparator: \.isNewline).last.map(String.init) ?? "?" }
}

extension WeightState: Worded {
    package var words: Words {
        switch self {
        case .missing: Words(zh: "缺少", en: "missing")
        case .otherSize(let bytes): Words(zh: "大小不符（\(bytes) 字节）", en: "of another size (\(bytes) bytes)")
        case .otherContents: Words(zh: "内容不符", en: "another file of the same size")
        case .whole: Words(zh: "无误", en: "as it should be")
        }
    }
}
