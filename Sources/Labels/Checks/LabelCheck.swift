import Media

/// Judges a dataset before anything is scored with it: all that is wrong is told at once.
package struct LabelCheck: Sendable {
    let known: [String]
    let extra: Set<String>
    /// nil: they do not matter.
    private let kinds: [String: [ZoneKind]]?
    private let video: @Sendable (LabelledClip) -> SeenVideo?

    /// Labels are written by eye, and the last picture begins before the video ends.
    static let slack = Duration.milliseconds(500)

    /// - Parameters:
    ///   - algorithms: the ids of those that the program has.
    ///   - extra: ids that labels may name although the program has no such algorithm yet. They are noticed once each.
    ///   - watching: by algorithm, the kinds of zones that it watches; nil: the kinds of the zones do not matter, for the
    ///     whole picture is watched.
    ///   - length: of a clip's video; nil: not known, and times past its end are not looked for.
    package init(
        algorithms: [String], extra: Set<String> = [], watching: [String: [ZoneKind]]? = nil,
        length: @escaping @Sendable (LabelledClip) -> Duration?
    ) {
        self.init(algorithms, extra, watching) { SeenVideo(length: length($0)) }
    }

    /// - Parameter videos: what they say of themselves, by path.
    package init(
        algorithms: [String], extra: Set<String>, watching: [String: [ZoneKind]]?, videos: [String: SeenVideo]
    ) {
        self.init(algorithms, extra, watching) { clip in clip.videoPath.flatMap { videos[$0] } }
    }

    private init(
        _ algorithms: [String], _ extra: Set<String>, _ watching: [String: [ZoneKind]]?,
        _ video: @escaping @Sendable (LabelledClip) -> SeenVideo?
    ) {
        (known, self.extra, kinds, self.video) = (algorithms, extra.subtracting(algorithms), watching, video)
    }

    /// The kinds of zones in which an algorithm can find anything, where a zone is of none of them; nil: it can find it.
    func others(than kind: ZoneKind, watchedBy algorithm: String) -> [ZoneKind]? {
        guard let its = kinds?[algorithm], !its.contains(kind) else { return nil }
        return its
    }

    package func findings(of dataset: Dataset) -> LabelFindings {
        var findings = LabelFindings()
        var labelled: [String: String] = [:]
        for clip in dataset.clips {
            ClipCheck(clip: clip, check: self, seen: video(clip)).note(in: &findings)
            guard let path = clip.videoPath else { continue }
            if let other = labelled[path] {
                note(clip, "video", CheckWords.twoLabels(other), in: &findings)
            } else {
                labelled[path] = clip.file
            }
        }
        for stills in dataset.stills { note(stills, in: &findings) }
        noteUnfinished(dataset, in: &findings)
        noteReviews(dataset, in: &findings)
        return findings
    }

    private func note(
        _ clip: LabelledClip, _ key: String, _ problem: Words, in findings: inout LabelFindings
    ) {
        findings.note(file: clip.file, line: clip.line(of: key), key: key, problem: problem)
    }

    /// One notice for each algorithm that does not exist yet, where it is named first.
    private func noteUnfinished(_ dataset: Dataset, in findings: inout LabelFindings) {
        var seen: [(id: String, file: String, line: Int?, key: String)] = []
        var files: [String: Int] = [:]
        func meet(_ names: [(id: String, key: String)], file: String, line: (String) -> Int?) {
            for (id, key) in names where extra.contains(id) && files[id] == nil {
                seen.append((id, file, line(key), key))
            }
            for id in Set(names.map(\.id)) where extra.contains(id) { files[id, default: 0] += 1 }
        }
        for clip in dataset.clips {
            let events = clip.labels.events.enumerated().map {
                (id: $1.algorithm, key: clip.key("events", $0) + ".algorithm")
            }
            let absent = clip.labels.absent.enumerated().map { (id: $1, key: clip.key("absent", $0)) }
            meet(first(of: events + absent), file: clip.file, line: clip.line)
        }
        for stills in dataset.stills {
            meet([(stills.algorithm, stills.question)], file: stills.file) { _ in 1 }
        }
        for one in seen {
            findings.note(
                .notice, file: one.file, line: one.line, key: one.key,
                problem: CheckWords.notYet(one.id, clips: files[one.id] ?? 1))
        }
    }

    /// Each id where it is named first.
    private func first(of names: [(id: String, key: String)]) -> [(id: String, key: String)] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0.id).inserted }
    }
}

extension LabelCheck {
    private func note(_ stills: StillLabels, in findings: inout LabelFindings) {
        let algorithm = stills.algorithm
        if !known.contains(algorithm), !extra.contains(algorithm) {
            findings.note(
                file: stills.file, line: 1, key: stills.question, problem: CheckWords.noAlgorithm(algorithm, known))
        }
        var lines: [String: Int] = [:]
        for still in stills.pictures {
            func fault(_ problem: @autoclosure () -> Words) {
                findings.note(file: stills.file, line: still.line, problem: problem())
            }
            if still.path == nil { fault(CheckWords.noPicture(still.picture)) }
            if !still.nameBeginsWithCamera { fault(CheckWords.otherCamera(still)) }
            if let line = lines[still.picture] {
                fault(CheckWords.pictureTwice(still.picture, line: line))
            } else {
                lines[still.picture] = still.line
            }
        }
    }
}
