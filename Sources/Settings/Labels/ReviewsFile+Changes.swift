import Foundation
import Labels
import Media

extension ReviewsFile {
    /// What becomes of the reviews beside some labels.
    package struct Change: Sendable {
        /// Of the file beside its labels.
        package let path: String
        package let reviews: LabelReviews
        package let added: Int
        package let changed: Int
    }

    /// Takes reviews over into the datasets that they are of. Nothing is written.
    ///
    /// - Parameter datasets: folders or label files; one page of a score may be of several.
    /// - Throws: where a dataset cannot be read, and for reviews of which nobody can say to which of the datasets they belong.
    package static func changes(
        _ datasets: some Sequence<String>, taking reviews: LabelReviews
    ) throws(LabelFindings) -> [Change] {
        var findings = LabelFindings()
        var owners: [Owner] = []
        for path in datasets {
            let (dataset, read) = DatasetFolder.read(path)
            findings.add(read)
            let owner = Owner(path, dataset)
            // Label files of one folder have their reviews in one file.
            if let same = owners.firstIndex(where: { $0.place.path == owner.place.path }) {
                owners[same].holds += owner.holds
            } else {
                owners.append(owner)
            }
        }
        findings.add(reviews.strangers(to: Set(owners.flatMap(\.holds).map(\.video)), as: .fault))
        var taken = owners.map { _ in [LabelReviews.Entry]() }
        for entry in reviews.entries {
            let having = owners.indices.filter { owners[$0].has(entry.review.video) }
            let its = having.filter { owners[$0].has(entry.review.video, of: entry.dataset) }
            if its.count == 1 {
                taken[its[0]].append(entry)
            } else if !having.isEmpty {
                findings.note(
                    file: reviews.file, line: entry.line, key: "\(entry.key).dataset",
                    problem: its.isEmpty
                        ? LabelFileWords.otherDataset(entry.dataset ?? "")
                        : LabelFileWords.severalDatasets(entry.review.video))
            }
        }
        var changes: [Change] = []
        for (owner, entries) in zip(owners, taken) {
            do throws(LabelFindings) {
                // All of the file, also where one label file is given: the others' reviews stay.
                var kept = LabelReviews(file: owner.place.name, [])
                if Existing(owner.place.path) != nil { kept = try load(owner.place.path, name: owner.place.name) }
                let merged = kept.taking(LabelReviews(file: reviews.file, entries))
                changes.append(
                    Change(
                        path: owner.place.path, reviews: merged.reviews, added: merged.added, changed: merged.changed))
            } catch {
                // The dataset reads this file as well, and mostly said so already.
                if findings.isClean { findings.add(error) }
            }
        }
        guard findings.isClean else { throw findings }
        return changes
    }
}

/// Labels that have their reviews in one file.
private struct Owner {
    /// Where these reviews lie.
    let place: (path: String, name: String)
    /// The videos, each with the places that a score may have named its dataset after.
    var holds: [(video: String, places: [String])]

    init(_ path: String, _ dataset: Dataset) {
        place = ReviewsFile.place(in: path)
        let whole = DatasetFolder.place(of: path)
        var folders = [whole]
        if Existing(path) == .file {
            let folder = URL(fileURLWithPath: whole).deletingLastPathComponent()
            folders.append(folder.path)
            if folder.lastPathComponent == "labels" { folders.append(folder.deletingLastPathComponent().path) }
        }
        holds = dataset.clips.map { ($0.labels.video, folders + ["\(whole)/\($0.file)"]) }
    }

    /// - Parameter dataset: its name in the score; nil: not said, any may be it.
    func has(_ video: String, of dataset: String? = nil) -> Bool {
        holds.contains { held in
            held.video == video
                && (dataset.map { name in held.places.contains { DatasetNames.isName(name, of: $0) } } ?? true)
        }
    }
}
