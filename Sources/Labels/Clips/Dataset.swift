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
    /// What of the file could not be read; it is no part of the labels.
    private let unread: UnreadKeys

    package init(
        labels: ClipLabels, file: String, videoPath: String?, lines: [String: Int] = [:], unread: UnreadKeys = .none
    ) {
        (self.labels, self.file, self.videoPath) = (labels, file, videoPath)
        (self.lines, self.unread) = (lines, unread)
    }

    /// The line of a key, or of what it is part of; nil where neither was remembered.
    package func line(of key: String) -> Int? { key.withOwners.lazy.compactMap { lines[$0] }.first ?? lines[""] }

    /// The key of an item of a list as the file counts it: items before it may not have been read.
    package func key(_ list: String, _ index: Int) -> String { "\(list)[\(unread.place(list, index))]" }

    /// Whether the reader has said already what is wrong with a value, with a part of it or with what it is part of.
    package func isUnread(_ key: String) -> Bool { unread.holds(key) }

    /// Whether items of a list are missing because they could not be read.
    package func lacksItems(of list: String) -> Bool { unread.lacksItems(of: list) }
}
