import Media

/// What `piculet labels` says, and what `--help` says of it, in both languages.
package enum HarvestWords {
    package static let harvest = Words(
        zh: "把有判定的案件变成数据集：图片、labels.csv、cameras.json。",
        en: "Turns cases with a verdict into a dataset: pictures, labels.csv, cameras.json.")
    package static let split = Words(
        zh: "按摄像机分为 development 和 judging，同一路摄像机不会两边都有。不写姓名、备注和信号源地址。",
        en:
            "Split into development and judging by camera, never one camera in both. No names, notes or addresses of sources."
    )
    package static let output = Words(zh: "写到哪个目录；须不存在或为空。", en: "A folder to write to; it is not there yet, or empty.")
    package static func notEmpty(_ path: String) -> Words {
        Words(
            zh: "--output：\(path.quoted) 已存在且不为空。请另写一个目录。",
            en: "--output: \(path.quoted) is there and not empty. Give another folder.")
    }
    package static func notWritten(_ path: String, _ why: String) -> Words {
        Words(zh: "\(path.named) 无法写入：\(why)", en: "\(path.named) cannot be written: \(why)")
    }
    package static func done(_ pictures: Int, _ cameras: Int, judging: Int, _ path: String) -> Words {
        Words(
            zh: "\(pictures) 张图片，\(cameras) 路摄像机（其中 judging \(judging) 路） -> \(path.named)",
            en: "\(pictures) picture(s) of \(cameras) camera(s), \(judging) of them for judging -> \(path.named)")
    }
    package static func missing(_ count: Int) -> Words {
        Words(
            zh: "提示：\(count) 个案件有判定但图片已不在，未列入",
            en: "note: \(count) case(s) with a verdict have no picture any more and are left out")
    }
    package static let nothing = Words(zh: "没有带判定和图片的案件。", en: "there is no case with a verdict and a picture.")
}
