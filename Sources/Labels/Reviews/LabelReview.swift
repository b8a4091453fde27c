import Media

/// What somebody who looked through a score said against a label. It changes no label: a person does.
package struct LabelReview: Hashable, Sendable {
    /// That of the score's event, the same in every run over the same labels: `full/crowd/crowd/pavement/10900`.
    package let id: String
    /// The video's file name.
    package let video: String
    package let algorithm: String
    package let zone: String
    package let outcome: Outcome
    /// The event of the labels; nil: they know of none there.
    package let truth: Truth?
    /// When the algorithm told it; nil: it did not.
    package let hit: MediaTime?
    /// What is wrong, for people; may be empty.
    package let note: String
    /// When it was said, to the second.
    package let at: WallTime

    /// What the score made of the label.
    package enum Outcome: String, CaseIterable, Sendable {
        case missed
        case falseAlarm = "false"
        case late, found
    }

    /// An event of the labels, as it was when the score was made.
    package struct Truth: Hashable, Sendable {
        package let start: MediaTime
        package let end: MediaTime

        package init(start: MediaTime, end: MediaTime) { (self.start, self.end) = (start, end) }
    }

    package init(
        id: String, video: String, algorithm: String, zone: String, outcome: Outcome, truth: Truth? = nil,
        hit: MediaTime? = nil, note: String = "", at: WallTime
    ) {
        (self.id, self.video, self.algorithm, self.zone, self.outcome) = (id, video, algorithm, zone, outcome)
        (self.truth, self.hit, self.note) = (truth, hit, note)
        let second: Int64 = 1000
        let rest = (at.milliseconds % second + second) % second
        self.at = WallTime(milliseconds: at.milliseconds - rest)
    }

    /// Where to look in the clip.
    package var moment: MediaTime { hit ?? truth?.start ?? .zero }
}
