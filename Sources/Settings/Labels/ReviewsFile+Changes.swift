import Labels
import Media

extension ReviewsFile {
    /// What becomes of one dataset's reviews.
    package struct Change: Sendable {
        /// Of the file beside its labels.
        package let path: String
        package let reviews: LabelReviews
        package let added: Int
        package let changed: Int
    }

    /// Takes reviews over into the datasets that have their clips. Nothing is written.
    ///
    /// - Parameter datasets: folders or label files; one page of a score may be of several.
    /// - Throws: where a dataset cannot be read, and for reviews of clips that none of them has.
    package static func changes(
        _ datasets: some Sequence<String>, taking reviews: LabelReviews
    ) throws(LabelFindings) -> [Change] {
        var findings = LabelFindings()
        var (changes, videos) = ([Change](), Set<String>())
        for path in datasets {
            let (dataset, read) = DatasetFolder.read(path)
            findings.add(read)
            let its = Set(dataset.clips.map(\.labels.video))
            videos.formUnion(its)
            let place = place(in: path)
            do throws(LabelFindings) {
                // All of the file, also where one label file is given: the others' reviews stay.
                var kept = LabelReviews(file: place.name, [])
                if Existing(place.path) != nil { kept = try load(place.path, name: place.name) }
                let merged = kept.taking(reviews.only(its))
                changes.append(
                    Change(
                        path: place.path, reviews: merged.reviews, added: merged.added, changed: merged.changed))
            } catch {
                // The dataset reads this file as well, and mostly said so already.
                if findings.isClean { findings.add(error) }
            }
        }
        findings.add(reviews.strangers(to: videos, as: .fault))
        guard findings.isClean else { throw findings }
        return changes
    }
}
