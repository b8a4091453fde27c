import Media

/// What is said of reviews, in both languages.
enum ReviewWords {
    static func noClip(_ video: String) -> Words {
        Words(
            zh: "数据集中没有视频为 \(video.quoted) 的标注", en: "no clip of the dataset has the video \(video.quoted)")
    }

    /// So many are named; the file has the rest.
    private static let named = 5

    /// - Parameter reviews: one or more of one clip.
    static func open(_ reviews: [LabelReview], in file: String) -> Words {
        let count = reviews.count
        let shown = reviews.prefix(named).map(words)
        let rest = count - shown.count
        let head = count == 1 ? "1 label of this clip is" : "\(count) labels of this clip are"
        return Words(
            zh: "此视频有 \(count) 处标注被标为有误，见 \(file.named)：" + shown.map(\.zh).joined(separator: "；")
                + (rest > 0 ? "；另有 \(rest) 处" : ""),
            en: "\(head) marked as wrong in \(file.named): " + shown.map(\.en).joined(separator: "; ")
                + (rest > 0 ? "; and \(rest) more" : ""))
    }

    private static func words(_ review: LabelReview) -> Words {
        let (algorithm, zone) = (review.algorithm.named, review.zone.quoted)
        let seconds = (review.moment - .zero).secondsText
        let outcome = words(review.outcome)
        let note = review.note.isEmpty ? "" : " \(review.note.quoted)"
        return Words(
            zh: "\(algorithm)，区域 \(zone)，\(seconds) 秒（\(outcome.zh)）\(note)",
            en: "\(algorithm) in zone \(zone) at \(seconds) s (\(outcome.en))\(note)")
    }

    private static func words(_ outcome: LabelReview.Outcome) -> Words {
        switch outcome {
        case .missed: Words(zh: "漏报", en: "missed")
        case .falseAlarm: Words(zh: "误报", en: "false alarm")
        case .late: Words(zh: "迟报", en: "late")
        case .found: Words(zh: "检出", en: "found")
        }
    }
}
