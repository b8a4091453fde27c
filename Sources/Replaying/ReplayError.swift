import Media
import Video

/// Why a replay failed: what, where, and what a person can do.
package struct ReplayError: Error, Worded, Sendable, CustomStringConvertible {
    package let words: Words

    package var description: String { words.en }

    static func noVideo(_ folder: String, _ endings: String) -> ReplayError {
        ReplayError(
            words: Words(
                zh: "\(folder)：目录中没有视频。可用扩展名：\(endings)。",
                en: "\(folder): no video lies in this folder. Known endings: \(endings)."))
    }
    static func noPicture(_ name: String) -> ReplayError {
        ReplayError(
            words: Words(
                zh: "\(name)：没有一幅画面可以解码。请检查文件是否完整。",
                en: "\(name): not one picture could be decoded. Check that the file is complete."))
    }
    static func noStill(_ path: String, _ error: VideoError) -> ReplayError {
        ReplayError(
            words: Words(
                zh: "\(path)：图片无法读取（\(error.reason)）。请检查路径，以及文件是否为完整的 JPEG 或 PNG。",
                en: "\(path): the picture cannot be read (\(error.reason)). "
                    + "Check the path, and that it is a complete JPEG or PNG."))
    }
    static func stillTooSmall(_ path: String) -> ReplayError {
        ReplayError(
            words: Words(
                zh: "\(path)：画面小于 16 x 16，看不出任何东西。",
                en: "\(path): the picture is smaller than 16 x 16: nothing can be seen in it."))
    }
    static func noFolder(_ path: String) -> ReplayError {
        ReplayError(
            words: Words(
                zh: "\(path)：无法建立输出目录。请用 --output 指定可写的目录。",
                en: "\(path): the output folder cannot be made. Give a folder that may be written with --output."))
    }
    static func otherStore(_ path: String) -> ReplayError {
        ReplayError(
            words: Words(
                zh: "\(path)：此处有并非由回放写入的数据库。请用 --output 另选目录。",
                en: "\(path): a store lies here that no replay wrote. Give another folder with --output."))
    }
    static func noTrace(_ path: String) -> ReplayError {
        ReplayError(
            words: Words(
                zh: "\(path)：记录文件无法写入。请用 --trace 指定可写的文件。",
                en: "\(path): the trace cannot be written. Give a file that may be written with --trace."))
    }
    static func noEncoder(_ path: String) -> ReplayError {
        ReplayError(
            words: Words(
                zh: "\(path)：本机的 libavcodec 没有 H.264 编码器 libx264，无法写标注视频。"
                    + "请安装 Debian 的 libavcodec59 和 libx264-164，或使用以 --enable-gpl --enable-libx264 编译的 FFmpeg。",
                en:
                    "\(path): this machine's libavcodec has no H.264 encoder libx264: no annotated film can be written. "
                    + "Install Debian's libavcodec59 with libx264-164, or an FFmpeg built with --enable-gpl --enable-libx264."
            ))
    }
    static func noAnnotation(_ path: String, _ error: VideoError?) -> ReplayError {
        let why = error.map { Words(zh: "（\($0.reason)）", en: " (\($0.reason))") } ?? .none
        return ReplayError(
            words: Words(
                zh: "\(path)：标注视频无法写入\(why.zh)。请用 --annotate 指定可写、有空间的目录中的文件。",
                en: "\(path): the annotated film cannot be written\(why.en). "
                    + "Give a file with --annotate whose folder may be written and has room."))
    }
    static func nothingToAnnotate(_ path: String) -> ReplayError {
        ReplayError(
            words: Words(
                zh: "\(path)：没有一幅画面被观察，未写标注视频。请检查录像是否完整、画面不小于 16 x 16。",
                en: "\(path): no picture was looked at, so there is no annotated film. "
                    + "Check that the footage is complete and its pictures are 16 x 16 or larger."))
    }
    static func annotationNeedsFolder(_ path: String, _ videos: Int) -> ReplayError {
        ReplayError(
            words: Words(
                zh: "\(path)：共 \(videos) 段视频，每段写一个文件。请用 --annotate 指定目录。",
                en: "\(path): there are \(videos) videos, and one film for each. Give a folder with --annotate."))
    }
    static func annotationIsInput(_ path: String) -> ReplayError {
        ReplayError(
            words: Words(
                zh: "\(path)：这是要回放的录像，不会覆盖。请用 --annotate 另选文件。",
                en: "\(path): this is the footage itself, which is not overwritten. Give another file with --annotate.")
        )
    }
    static func noPage(_ folder: String, _ error: any Error) -> ReplayError {
        let why = (error as? any Worded)?.words ?? Words(name: "\(error)")
        return ReplayError(
            words: Words(
                zh: "\(folder)：页面无法写入（\(why.zh)）。", en: "\(folder): the page could not be written (\(why.en))."))
    }
}

extension Words {
    /// Of a file that ends before its header says.
    static func cutOff(after time: String, claimed: String) -> Words {
        Words(
            zh: "文件在 \(time) 处结束，文件头写明 \(claimed)。文件不完整；已回放现有部分。",
            en: "it ends after \(time), its header says \(claimed). The file is cut off; what is there was replayed.")
    }
}
