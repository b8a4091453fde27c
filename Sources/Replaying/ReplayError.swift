import Media

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
