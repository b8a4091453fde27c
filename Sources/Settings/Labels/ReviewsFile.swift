import Foundation
import Labels
import Media
import Yams

/// Reads what reviewers said against labels: the file that the page of a score saves, and the one beside a dataset's labels,
/// which have the same form.
package enum ReviewsFile {
    /// The file beside the labels.
    package static let name = "reviews.json"
    /// What the page of a score saves.
    package static let saved = "label-reviews.json"

    private static let most = 10_000

    /// Where the reviews of a dataset lie: in its folder `labels` where it has one, else among its labels.
    ///
    /// - Parameter dataset: a folder, or one label file.
    package static func place(in dataset: String) -> (path: String, name: String) {
        let whole = URL(fileURLWithPath: dataset)
        let folder = Existing(dataset) == .file ? whole.deletingLastPathComponent() : whole
        let labels = folder.appending(path: "labels")
        return Existing(labels.path) == .folder
            ? (labels.appending(path: name).path, "labels/\(name)") : (folder.appending(path: name).path, name)
    }

    /// - Parameter name: as messages name the file; nil: without its folders.
    package static func load(_ path: String, name: String? = nil) throws(LabelFindings) -> LabelReviews {
        let file = name ?? URL(fileURLWithPath: path).lastPathComponent
        do throws(SettingsFaults) {
            let (node, reader) = try YAMLFile.load(path)
            let entries = reader.reviews(node, atMost: most)
            guard reader.isClean else { throw reader.all }
            return LabelReviews(file: file, entries)
        } catch {
            throw LabelFindings(error, file: file)
        }
    }
}

extension Reader {
    fileprivate func reviews(_ node: Node, atMost most: Int) -> [LabelReviews.Entry] {
        let keys = ["schema", "version", "reviews"]
        let file = fields(node, "", allowed: keys, required: keys)
        let (schema, version) = (LabelReviews.schema, LabelReviews.version)
        if let node = file["schema"], node.scalar?.string != schema {
            note(node, "schema", LabelFileWords.otherSchema(schema, version))
        }
        if let node = file["version"], node.scalar?.string != "\(version)" {
            note(node, "version", LabelFileWords.otherSchema(schema, version))
        }
        var seen: Set<String> = []
        return list(file["reviews"], "reviews", atMost: most).enumerated().compactMap { index, node in
            let key = "reviews[\(index)]"
            guard let (review, dataset) = review(node, key) else { return nil }
            guard seen.insert(review.id).inserted else {
                note(node, "\(key).id", LabelFileWords.idTwice(review.id))
                return nil
            }
            return LabelReviews.Entry(review, dataset: dataset, key: key, line: node.mark?.line)
        }
    }

    private func review(_ node: Node, _ key: String) -> (review: LabelReview, dataset: String?)? {
        let fields = fields(
            node, key,
            allowed: [
                "id", "clip", "dataset", "video", "algorithm", "zone", "outcome", "truth", "hit_s", "note", "at",
            ],
            required: ["id", "video", "algorithm", "zone", "outcome", "at"]
        ).filter { !$1.isNothing || !["dataset", "truth", "hit_s", "note"].contains($0) }
        let id = text(fields["id"], "\(key).id")
        let video = text(fields["video"], "\(key).video")
        let algorithm = text(fields["algorithm"], "\(key).algorithm")
        let zone = text(fields["zone"], "\(key).zone")
        let outcomes = LabelReview.Outcome.allCases.map { (name: $0.rawValue, value: $0) }
        let outcome = choice(fields["outcome"], "\(key).outcome", outcomes)
        let truth = truth(fields["truth"], "\(key).truth")
        let hit = moment(fields["hit_s"], "\(key).hit_s")
        let said = fields["note"].flatMap { $0.scalar?.string.isEmpty == true ? nil : text($0, "\(key).note") } ?? ""
        let at = time(fields["at"], "\(key).at")
        guard let id, let video, let algorithm, let zone, let outcome, let at else { return nil }
        let review = LabelReview(
            id: id, video: video, algorithm: algorithm, zone: zone, outcome: outcome, truth: truth, hit: hit,
            note: said, at: at)
        return (review, text(fields["dataset"], "\(key).dataset"))
    }

    /// Of the event only what tells it from others; the labels have the rest.
    private func truth(_ node: Node?, _ key: String) -> LabelReview.Truth? {
        guard let node else { return nil }
        let fields = open(node, key, required: ["start_s", "end_s"])
        let start = moment(fields["start_s"], "\(key).start_s")
        let end = moment(fields["end_s"], "\(key).end_s")
        guard let start, let end else { return nil }
        return LabelReview.Truth(start: start, end: end)
    }

    private func time(_ node: Node?, _ key: String) -> WallTime? {
        guard let node else { return nil }
        if let time = node.scalar.flatMap({ WallTime(rfc3339: $0.string) }) { return time }
        note(node, key, LabelFileWords.timeNeeded(Self.shown(node)))
        return nil
    }
}
