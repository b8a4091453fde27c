import Media

/// Why a case has no pictures, as far as it is known beforehand.
package enum MissingEvidence: String, CaseIterable, Sendable {
    case diskFull = "the disk is full"
    case notWritten = "the picture could not be written"
    case tooOld = "older than evidence.keep"
    case tooMuch = "evidence.at_most was reached"

    /// The words of a kept reason; what is not known is shown as it was kept.
    package static func words(_ reason: String) -> Words {
        let zh: String? =
            switch MissingEvidence(rawValue: reason) {
            case .diskFull: "磁盘已满"
            case .notWritten: "图片写入失败"
            case .tooOld: "超过保存期限"
            case .tooMuch: "超过证据容量上限"
            case nil: nil
            }
        return Words(zh: zh ?? reason, en: reason)
    }
}
