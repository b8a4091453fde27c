import Foundation
import Labels
import Media

extension DatasetFolder {
    /// Reads datasets that are judged together: each folder, clip and table of pictures once, however often it is given and
    /// under whatever path. What is left out is noticed.
    package static func read(_ paths: [String]) -> (datasets: [Dataset], findings: LabelFindings) {
        var findings = LabelFindings()
        var (datasets, places) = ([Dataset](), [String]())
        for path in paths {
            let place = place(of: path)
            if let first = places.firstIndex(of: place) {
                findings.note(.notice, file: path, problem: LabelFileWords.datasetTwice(paths[first]))
                places.append("")
                continue
            }
            places.append(place)
            let (dataset, read) = Self.read(path)
            findings.add(read)
            datasets.append(dataset.without(datasets, &findings))
        }
        let names = DatasetNames.names(of: places.filter { !$0.isEmpty })
        for (index, name) in names.enumerated() { datasets[index].name = name }
        return (datasets, findings)
    }

    /// The same for every way to write a path, links followed.
    static func place(of path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
}

extension Dataset {
    /// Without what others hold already. A video that one of them labels in another way stays, and is a fault: nobody can
    /// say which is right.
    fileprivate func without(_ others: [Dataset], _ findings: inout LabelFindings) -> Dataset {
        var rest = self
        rest.clips = clips.filter { clip in
            guard let other = others.first(where: { $0.holds(clip) }) else { return true }
            let isSame = other.clips.contains { $0.labels == clip.labels && $0.hasVideo(of: clip) }
            findings.note(
                isSame ? .notice : .fault, file: clip.file, line: clip.line(of: "video"), key: "video",
                problem: isSame
                    ? LabelFileWords.takenOnce(other.folder) : LabelFileWords.labelledElsewhere(other.folder))
            return !isSame
        }
        rest.stills = stills.filter { table in
            guard let other = others.first(where: { $0.stills.contains { $0.asksTheSame(as: table) } }) else {
                return true
            }
            findings.note(.notice, file: table.file, problem: LabelFileWords.takenOnce(other.folder))
            return false
        }
        return rest
    }

    private func holds(_ clip: LabelledClip) -> Bool { clips.contains { $0.hasVideo(of: clip) } }
}

extension LabelledClip {
    fileprivate func hasVideo(of other: LabelledClip) -> Bool {
        guard let mine = videoPath, let its = other.videoPath else { return false }
        return mine == its || DatasetFolder.place(of: mine) == DatasetFolder.place(of: its)
    }
}

extension StillLabels {
    /// Of the same pictures.
    fileprivate func asksTheSame(as other: StillLabels) -> Bool {
        question == other.question && pictures.count == other.pictures.count
            && zip(pictures, other.pictures).allSatisfy { mine, its in
                guard let mine = mine.path, let its = its.path else { return false }
                return mine == its || DatasetFolder.place(of: mine) == DatasetFolder.place(of: its)
            }
    }
}
