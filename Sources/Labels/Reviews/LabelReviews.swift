import Media

/// The open reviews of a dataset, each id once: by video, then by id.
package struct LabelReviews: Sendable {
    /// Their file, as the dataset names it: `labels/reviews.json`; empty where there is none.
    package let file: String
    package let entries: [Entry]

    /// A review and its place in the file.
    package struct Entry: Sendable {
        package let review: LabelReview
        /// The name of the dataset that it is of, as the score has it; nil: not said.
        package let dataset: String?
        /// `reviews[3]`.
        package let key: String
        package let line: Int?

        package init(_ review: LabelReview, dataset: String? = nil, key: String = "", line: Int? = nil) {
            (self.review, self.dataset, self.key, self.line) = (review, dataset, key, line)
        }
    }

    package static let none = LabelReviews(file: "", [])

    /// - Parameter entries: no id stands twice.
    package init(file: String, _ entries: [Entry]) {
        self.file = file
        self.entries = entries.sorted { ($0.review.video, $0.review.id) < ($1.review.video, $1.review.id) }
    }

    package var all: [LabelReview] { entries.map(\.review) }

    /// Only those of some videos.
    package func only(_ videos: Set<String>) -> LabelReviews {
        LabelReviews(file: file, entries.filter { videos.contains($0.review.video) })
    }

    /// A fault, or a notice, for each video that is none of the dataset's.
    package func strangers(to videos: Set<String>, as weight: LabelFindings.Weight) -> LabelFindings {
        var findings = LabelFindings()
        for entry in entries where !videos.contains(entry.review.video) {
            findings.note(
                weight, file: file, line: entry.line, key: "\(entry.key).video",
                problem: ReviewWords.noClip(entry.review.video))
        }
        return findings
    }
}

extension LabelReviews {
    /// What came of taking over others.
    package struct Merged: Sendable {
        package let reviews: LabelReviews
        package let added: Int
        package let changed: Int
    }

    /// Both together; of one id the newest stays, and of two of one second the one that is taken over.
    package func taking(_ others: LabelReviews) -> Merged {
        var byID = Dictionary(entries.map { ($0.review.id, $0.review) }) { first, _ in first }
        var (added, changed) = (0, 0)
        for review in others.all {
            let mine = byID[review.id]
            if let mine, mine.at > review.at || mine == review { continue }
            if mine == nil { added += 1 } else { changed += 1 }
            byID[review.id] = review
        }
        return Merged(reviews: LabelReviews(file: file, byID.values.map { Entry($0) }), added: added, changed: changed)
    }
}

extension LabelReviews {
    package static let schema = "piculet-label-reviews"
    package static let version = 1

    /// The text of their file, a line for each.
    package var json: String {
        JSONText.fields([
            ("schema", .text(Self.schema)), ("version", .number(Double(Self.version))),
            ("reviews", .list(all.map(\.json))),
        ]).lines
    }
}

extension LabelReview {
    fileprivate var json: JSONText {
        var fields: [(key: String, value: JSONText)] = [
            ("id", .text(id)), ("video", .text(video)), ("algorithm", .text(algorithm)), ("zone", .text(zone)),
            ("outcome", .text(outcome.rawValue)),
        ]
        if let truth {
            fields.append(
                ("truth", .fields([("start_s", .number(truth.start.seconds)), ("end_s", .number(truth.end.seconds))])))
        }
        if let hit { fields.append(("hit_s", .number(hit.seconds))) }
        return .fields(fields + [("note", .text(note)), ("at", .text(at.rfc3339(in: .gmt)))])
    }
}
