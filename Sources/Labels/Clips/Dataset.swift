import Media

/// Labelled clips and pictures of one folder.
package struct Dataset: Sendable {
    /// Its path, as it was given.
    package var folder: String
    /// As scores tell it: the last part of its path, or more of it where several are read together and end alike.
    package var name: String
    /// By the name of the video.
    package var clips: [LabelledClip]
    package var stills: [StillLabels]
    /// What was said against its labels and is still open.
    package var reviews: LabelReviews

    package init(
        folder: String, clips: [LabelledClip] = [], stills: [StillLabels] = [], reviews: LabelReviews = .none
    ) {
        (self.folder, self.reviews) = (folder, reviews)
        name = DatasetNames.names(of: [folder])[0]
        self.clips = clips.sorted { ($0.labels.video, $0.file) < ($1.labels.video, $1.file) }
        self.stills = stills.sorted { $0.file < $1.file }
    }
}

/// A clip's labels and where they and the video lie.
package struct LabelledClip: Sendable {
    package var labels: ClipLabels
    /// Their file, as the dataset names it: `labels/stall.json`.
    package let file: String
    /// The path of the video; nil: there is none.
    package let videoPath: String?
    /// The line of each key of the file that was remembered: `events[2].start_s`.
    private let lines: [String: Int]

    package init(labels: ClipLabels, file: String, videoPath: String?, lines: [String: Int] = [:]) {
        (self.labels, self.file, self.videoPath, self.lines) = (labels, file, videoPath, lines)
    }

    /// The line of a key, or of what it is part of; nil where neither was remembered.
    package func line(of key: String) -> Int? {
        var key = key[...]
        while true {
            if let line = lines[String(key)] { return line }
            guard let cut = key.lastIndex(where: { $0 == "." || $0 == "[" }) else { return lines[""] }
            key = key[..<cut]
        }
    }
}
