import Labels

/// What clips are called in a score: the video's name without its ending. Where others have that name too, the dataset stands
/// before it, then with the ending, at last with the file of the labels.
enum ClipNames {
    /// - Returns: for each clip, dataset by dataset; no name stands twice.
    static func names(of datasets: [Dataset]) -> [[String]] {
        let choices = datasets.map { dataset in
            dataset.clips.map { clip in
                let (video, name) = (clip.labels.video, dataset.name)
                return [video.withoutEnding] + [video.withoutEnding, video, clip.file].map { "\(name)/\($0)" }
            }
        }
        let all = choices.flatMap(\.self)
        let counts = (0..<4).map { level in
            Dictionary(all.map { ($0[level], 1) }, uniquingKeysWith: +)
        }
        return choices.map { clips in
            clips.map { its in (0..<3).first { counts[$0][its[$0]] == 1 }.map { its[$0] } ?? its[3] }
        }
    }
}
