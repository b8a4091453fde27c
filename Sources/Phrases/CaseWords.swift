import Cases
import Media

/// What `piculet case` says, in both languages; why an action is refused stands in `RefusalWords`.
package enum CaseWords {
    package static func noCase(_ number: String) -> Words {
        Words(
            zh: "没有案件 \(number.named)。请看 'piculet case list'。",
            en: "there is no case \(number.named). See 'piculet case list'.")
    }
    package static func nobody(_ name: String, _ nearest: String?) -> Words {
        Words(
            zh: "--as：人员名单中没有 \(name.quoted)。" + (nearest.map { "是否想写 \($0.quoted)？" } ?? ""),
            en: "--as: there is nobody called \(name.quoted) in the list of people."
                + (nearest.map { " Did you mean \($0.quoted)?" } ?? ""))
    }
    package static func unreadable(_ number: CaseNumber, _ reason: String) -> Words {
        Words(zh: "案件 \(number) 无法读取：\(reason)", en: "case \(number) cannot be read: \(reason)")
    }
    package static func noDay(_ text: String) -> Words {
        Words(
            zh: "--until：\(text.quoted) 不是日期。请写成 2026-04-01。",
            en: "--until: \(text.quoted) is no day. Write it as 2026-04-01.")
    }
    package static func noPlace(_ text: String) -> Words {
        Words(
            zh: "--at：\(text.quoted) 不是位置。请写经度和纬度，例如 121.47,31.23。",
            en: "--at: \(text.quoted) is no place. Write longitude and latitude, 121.47,31.23.")
    }
    package static func pictureNotKept(_ why: String) -> Words {
        Words(
            zh: "--picture：副本无法保存（\(why)）。请检查磁盘。", en: "--picture: the copy cannot be kept (\(why)). Check the disk.")
    }
    package static func pictureTooLarge(_ path: String, _ megabytes: Int) -> Words {
        Words(
            zh: "--picture：\(path.quoted) 有 \(megabytes) MB；允许 20 MB。请用较小的图片。",
            en: "--picture: \(path.quoted) has \(megabytes) MB; 20 MB are allowed. Send a smaller one.")
    }
    package static func pictureNotRead(_ path: String) -> Words {
        Words(
            zh: "--picture：\(path.quoted) 无法读取。请检查路径。", en: "--picture: \(path.quoted) cannot be read. Check the path.")
    }
    package static func noPicture(_ path: String) -> Words {
        Words(
            zh: "--picture：\(path.quoted) 不是可显示的图片。请用 JPEG 或 PNG 文件。",
            en: "--picture: \(path.quoted) is no picture that can be shown. Give a JPEG or PNG file.")
    }
}
