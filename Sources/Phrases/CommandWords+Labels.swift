import Media

/// What `piculet labels` says.
extension CommandWords {
    package static func noBoxFormat(_ text: String, _ nearest: String?, _ known: [String]) -> Words {
        let names = known.joined(separator: ", ")
        return Words(
            zh: "没有格式 \(text.quoted)。" + (nearest.map { "是否想写 \($0.quoted)？" } ?? "") + "可用：\(names)。",
            en: "\(text.quoted) is no format." + (nearest.map { " Did you mean \($0.quoted)?" } ?? "")
                + " Known: \(names).")
    }
    package static func wrongRate(_ rate: Double) -> Words {
        Words(
            zh: "--fps：\(rate) 超出范围。请写 0.01 到 1000，例如 25。",
            en: "--fps: \(rate) is out of range. Give 0.01 to 1000, such as 25.")
    }
    package static func wrongSize(_ text: String) -> Words {
        Words(
            zh: "--size：\(text.quoted) 不是画面尺寸。请写成 1920x1080。",
            en: "--size: \(text.quoted) is no size of a picture. Write it as 1920x1080.")
    }
    /// - Parameter why: what the reader of videos says of it, in English.
    package static func unreadVideo(_ why: String) -> Words {
        Words(
            zh: "视频无法读取（\(why.shownSafely)）。没有视频时，请用 --fps 和 --size 给出帧率和尺寸。",
            en: "\(why.shownSafely) Without the video, give its rate and size with --fps and --size.")
    }
    package static func noRate(_ path: String) -> Words {
        Words(
            zh: "视频 \(path.quoted) 没有说明帧率；请用 --fps 给出",
            en: "the video \(path.quoted) has no frame rate; give it with --fps")
    }
    package static func noSize(_ path: String) -> Words {
        Words(
            zh: "视频 \(path.quoted) 没有可解码的画面；请用 --size 给出尺寸",
            en: "no picture of the video \(path.quoted) can be decoded; give its size with --size")
    }
    package static func videoNeeded(_ name: String) -> Words {
        Words(
            zh: "标注文件旁没有视频 \(name.quoted)；请用 --fps 和 --size 给出帧率和尺寸",
            en: "the video \(name.quoted) is not beside its labels; give its rate and size with --fps and --size")
    }
    package static func noBoxes(_ path: String) -> Words {
        Words(zh: "\(path.named) 中没有框（boxes）", en: "\(path.named) has no boxes")
    }
    package static func boxesWritten(_ count: Int, _ path: String) -> Words {
        Words(zh: "\(count) 个框 -> \(path.named)", en: "\(count) box(es) -> \(path.named)")
    }
    package static func reviewsTaken(_ path: String, added: Int, changed: Int, all: Int) -> Words {
        Words(
            zh: "\(path.named)：新增 \(added) 条，更新 \(changed) 条，共 \(all) 条",
            en: "\(path.named): \(added) new, \(changed) changed, \(all) in all")
    }
    package static let datasetAndReviews = Words(
        zh: "请先写数据集，最后写评分页面保存的文件，例如 labels review samples label-reviews.json。",
        en: "Give the datasets and, last, the file that the page of a score saved: "
            + "labels review samples label-reviews.json.")
}
