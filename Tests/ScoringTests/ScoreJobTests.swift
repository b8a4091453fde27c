import Labels
import Media
import Pipeline
import Scoring
import Testing

/// Which clips are replayed, how often and under what names.
@Suite struct ScoreJobTests {
    private func dataset(_ folder: String, _ videos: String...) -> Dataset {
        Dataset(
            folder: folder,
            clips: videos.map { video in
                LabelledClip(
                    labels: ClipLabels(video: video), file: "\(video).json", videoPath: "/\(folder)/\(video)")
            })
    }

    private func jobs(_ datasets: [Dataset], _ policies: [DecodePolicy?] = [nil]) -> [ScoreJob] {
        ScoreJob.all(datasets, algorithms: ["glare"], policies: policies, isWholePicture: false) { _, name, _, _ in
            MadeUpStills.setup(MadeUpStills.glare, name)
        }
    }

    @Test func `clips of one name in two datasets have names that differ, and others keep theirs`() {
        let jobs = jobs([dataset("street", "gate.mp4", "wall.mp4"), dataset("yard", "gate.mp4", "a.avi", "a.mp4")])
        #expect(jobs.map(\.truth.name) == ["street/gate", "wall", "yard/a.avi", "yard/a.mp4", "yard/gate"])
        #expect(jobs.map(\.truth.dataset) == ["street", "street", "yard", "yard", "yard"])
        #expect(Set(jobs.map(\.setup.id)).count == 5)
    }

    @Test func `a policy that is asked for twice is followed once`() {
        let street = [dataset("street", "gate.mp4", "wall.mp4")]
        let policies: [DecodePolicy?] = [.keyframes, .every(.seconds(1)), .keyframes, .every(.milliseconds(1000))]
        #expect(jobs(street, policies).count == 4 && jobs(street).count == 2)
    }
}
