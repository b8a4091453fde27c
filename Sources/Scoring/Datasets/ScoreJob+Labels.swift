import Labels
import Media
import Pipeline

extension ScoreJob.Truth {
    /// What a label file says of its clip.
    ///
    /// - Parameters:
    ///   - name: no other clip of the run has it.
    ///   - size: of the video; nil: it does not say, and boxes in pixels are left out.
    init(_ labels: ClipLabels, name: String, dataset: String, size: PixelSize?) {
        self.init(
            name: name, dataset: dataset, camera: labels.camera, conditions: labels.conditions.map(\.rawValue),
            scene: labels.scene,
            events: labels.events.map { event in
                TrueEvent(
                    algorithm: event.algorithm, zone: event.zone, from: event.start, to: event.end,
                    tolerance: event.tolerance, box: event.place?.box(in: size), note: event.note)
            }, absent: Set(labels.absent),
            counts: labels.counts.map { .init(at: $0.time, low: $0.low, high: $0.high) }, boxes: labels.boxes)
    }

    /// Only what is said of these algorithms.
    package func only(_ algorithms: [String]) -> ScoreJob.Truth {
        told(of: events.filter { algorithms.contains($0.algorithm) }, absent: absent.intersection(algorithms))
    }

    /// Of the algorithms that have nothing to find, only those that watched. What is there and was not watched is missed.
    fileprivate func withAbsent(among watching: Set<String>) -> ScoreJob.Truth {
        told(of: events, absent: absent.intersection(watching))
    }

    private func told(of events: [TrueEvent], absent: Set<String>) -> ScoreJob.Truth {
        ScoreJob.Truth(
            name: name, dataset: dataset, camera: camera, conditions: conditions, scene: scene, events: events,
            absent: absent, counts: counts, boxes: boxes)
    }
}

extension ScoreJob {
    /// One for each clip that has its video, policy by policy. A policy that is asked for twice is followed once.
    ///
    /// - Parameters:
    ///   - datasets: each with a name of its own.
    ///   - algorithms: those that are scored; what labels say of others is left out.
    ///   - isWholePicture: the whole picture is watched as one zone, whatever zones the labels have.
    ///   - size: of a clip's video; nil: it does not say.
    ///   - setup: how a clip is watched: its camera, a unique name for this run, its zones and the policy asked for.
    package static func all(
        _ datasets: [Dataset], algorithms: [String], policies: [DecodePolicy?], isWholePicture: Bool,
        size: (LabelledClip) -> PixelSize? = { _ in nil },
        setup: (_ camera: String, _ name: String, _ zones: [Zone]?, DecodePolicy?) -> CameraSetup
    ) -> [ScoreJob] {
        var seen: Set<DecodePolicy?> = []
        let clips = zip(datasets, ClipNames.names(of: datasets)).flatMap { dataset, names in
            zip(dataset.clips, names).map { (clip: $0, name: $1, dataset: dataset.name) }
        }
        return policies.filter { seen.insert($0).inserted }.enumerated().flatMap { number, policy in
            clips.compactMap { clip, name, dataset in
                guard let video = clip.videoPath else { return nil }
                let told = Truth(clip.labels, name: name, dataset: dataset, size: size(clip)).only(algorithms)
                let setup = setup(
                    clip.labels.camera, "\(told.name)#\(number)", isWholePicture ? nil : clip.labels.zones, policy)
                // An hour in which an algorithm watched nothing is no hour without a false alarm.
                let truth = told.withAbsent(among: Set(setup.watches.map(\.algorithm.profile.id)))
                return ScoreJob(video: video, truth: truth, setup: setup, byZone: !isWholePicture)
            }
        }
    }
}
