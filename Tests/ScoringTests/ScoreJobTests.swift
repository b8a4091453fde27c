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

    @Test func `where the labels say that an event is, its line and the page say as well`() throws {
        func event(_ place: ClipLabels.Place?) -> ClipLabels.Event {
            .init(algorithm: "glare", zone: "all", start: .zero, end: MediaTime(seconds: 5), place: place)
        }
        let labels = ClipLabels(
            video: "a.mp4",
            events: [
                event(.share(Box(x: 0.123456, y: 0.2, width: 0.3, height: 0.4))),
                event(.pixels(left: 50, top: 20, right: 100, bottom: 40)), event(nil),
            ])
        let dataset = Dataset(folder: "d", clips: [LabelledClip(labels: labels, file: "a.json", videoPath: "/a.mp4")])
        func boxes(_ size: PixelSize?) throws -> [Box?] {
            func its(_: LabelledClip) -> PixelSize? { size }
            let job = ScoreJob.all(
                [dataset], algorithms: ["glare"], policies: [nil], isWholePicture: false, size: its
            ) { _, name, _, _ in MadeUpStills.setup(MadeUpStills.glare, name) }[0]
            let findings = ClipFindings(
                clip: "a", camera: "a", conditions: [], policy: "full", length: .seconds(9), events: job.truth.events,
                absent: [], detections: [])
            let file = ScoreFile(
                [ClipResult(job: job, findings: findings, trace: [])], datasets: ["d"], algorithms: ["glare"],
                generatedAt: "", wall: .seconds(1))
            #expect(file.events.allSatisfy { $0.outcome == .missed })
            return file.events.map { $0.truth?.box }
        }
        let share = Box(x: 0.1235, y: 0.2, width: 0.3, height: 0.4)
        #expect(
            try boxes(PixelSize(width: 200, height: 100)) == [
                share, Box(x: 0.25, y: 0.2, width: 0.25, height: 0.2), nil,
            ])
        #expect(try boxes(nil) == [share, nil, nil])
    }

    @Test func `a policy that is asked for twice is followed once`() {
        let street = [dataset("street", "gate.mp4", "wall.mp4")]
        let policies: [DecodePolicy?] = [.keyframes, .every(.seconds(1)), .keyframes, .every(.milliseconds(1000))]
        #expect(jobs(street, policies).count == 4 && jobs(street).count == 2)
    }
}
