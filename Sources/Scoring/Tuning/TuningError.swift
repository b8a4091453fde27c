import Media

/// Why terms could not be searched.
package enum TuningError: Error, Worded, Hashable, Sendable {
    case noTruth(String)
    case notWritten(String)

    package var words: Words {
        switch self {
        case .noTruth(let algorithm):
            Words(
                zh: "没有一段录像说明了 \(algorithm.quoted) 的真值。请在标注中写出它的事件，或把它列入 absent。",
                en:
                    "no clip tells the truth of \(algorithm.quoted). Write its events into the labels, or list it under 'absent'."
            )
        case .notWritten(let path):
            Words(
                zh: "\(path.quoted) 无法写入。请用 --output 指定可写的文件。",
                en: "\(path.quoted) cannot be written. Give a file that may be written with --output.")
        }
    }
}
