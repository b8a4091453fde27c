import ArgumentParser
import Labels
import Media
import Phrases
import Settings
import Speaking
import Video

/// Datasets that were read and judged, for every command that works on labels.
struct CheckedDatasets {
    let datasets: [Dataset]
    let findings: LabelFindings
    /// What the videos say of themselves, by path.
    private let lengths: [String: Duration]

    /// - Parameter isWholePicture: the whole picture is watched, whatever the zones of the labels are.
    init(_ paths: [String], isWholePicture: Bool = false) {
        var (datasets, findings) = DatasetFolder.read(paths)
        var lengths: [String: Duration] = [:]
        for dataset in datasets {
            for video in dataset.clips.compactMap(\.videoPath) where lengths[video] == nil {
                lengths[video] = (try? VideoFile(path: video))?.claimedDuration
            }
            let check = LabelCheck(
                algorithms: Known.algorithms.ids, extra: Known.expected,
                watching: isWholePicture ? nil : Known.algorithms.watchedKinds
            ) { [lengths] clip in
                clip.videoPath.flatMap { lengths[$0] }
            }
            findings.add(check.findings(of: dataset))
        }
        // What was given a second time, as one of its files, holds nothing more.
        datasets.removeAll { $0.clips.isEmpty && $0.stills.isEmpty && findings.isClean }
        (self.datasets, self.findings, self.lengths) = (datasets, findings, lengths)
    }

    func length(of clip: LabelledClip) -> Duration? { clip.videoPath.flatMap { lengths[$0] } }

    /// Tells every notice and, where there are faults, all of them.
    ///
    /// - Throws: the status of the command, where there are faults.
    func tell() throws(ExitCode) {
        for notice in findings.noticeLines { warn(notice) }
        guard findings.isClean else {
            throw fail(CommandWords.labelMistakes(findings.faultCount), more: findings.lines)
        }
    }
}

extension LabelFindings {
    /// Ends a command with all that is wrong with its input.
    var refusal: ExitCode { fail(CommandWords.fileMistakes(faultCount), more: lines) }
}
