import Media

extension LabelCheck {
    /// A notice for each clip that has open reviews, and for each review that is of no clip. Neither is a fault: the labels are
    /// as good as they were.
    func noteReviews(_ dataset: Dataset, in findings: inout LabelFindings) {
        guard !dataset.reviews.entries.isEmpty else { return }
        let reviews = Dictionary(grouping: dataset.reviews.all, by: \.video)
        for clip in dataset.clips {
            guard let its = reviews[clip.labels.video] else { continue }
            findings.note(.notice, file: clip.file, problem: ReviewWords.open(its, in: dataset.reviews.file))
        }
        findings.add(dataset.reviews.strangers(to: Set(dataset.clips.map(\.labels.video)), as: .notice))
    }
}
