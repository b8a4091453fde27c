import Cases
import Foundation
import Media
import Pipeline
import Replaying

/// Replays labelled videos, some at once, and compares what was detected with the truth.
package struct ScoreRunner {
    private let jobs: [ScoreJob]
    private let start: WallTime
    private let timeZone: TimeZone
    private let scheme: CaseScheme
    private let progress: ReplayProgress
    private let supplier: @Sendable () -> (any LookSupplier)?

    /// - Parameters:
    ///   - start: the wall time of each video's first picture, for schedules and permits.
    ///   - supplier: makes one for each video that is under way; nil: the algorithms need the scene alone.
    package init(
        _ jobs: [ScoreJob], start: WallTime, timeZone: TimeZone, scheme: CaseScheme, progress: ReplayProgress,
        supplier: @escaping @Sendable () -> (any LookSupplier)? = { nil }
    ) {
        (self.jobs, self.start, self.timeZone, self.scheme) = (jobs, start, timeZone, scheme)
        (self.progress, self.supplier) = (progress, supplier)
    }

    /// - Parameter atOnce: how many videos are under way at a time.
    /// - Returns: in the order of the jobs, whatever came first.
    /// - Throws: why a video could not be replayed: a score over a part of the videos would be another score.
    package func run(atOnce: Int) throws -> [ClipResult] {
        // The longest first: none is left alone with one worker at the end.
        let bytes = jobs.map { FileSize.bytes(of: $0.video) ?? 0 }
        let order = jobs.indices.sorted { (bytes[$0], $1) > (bytes[$1], $0) }
        let runner = ReplayRunner(
            order.map { ReplayJob(path: jobs[$0].video, setup: jobs[$0].setup) },
            recorder: LedgerRecorder(keepingNothing: scheme),
            start: start, timeZone: timeZone, pace: .max, isTraced: true, progress: progress, supplier: supplier)
        var results = [ClipResult?](repeating: nil, count: jobs.count)
        var failure: (any Error)?
        runner.run(atOnce: atOnce) { place, result in
            let index = order[place]
            switch result {
            case .success(let done): results[index] = self.result(jobs[index], done)
            case .failure(let error): failure = failure ?? error
            }
        }
        progress.end()
        if let failure { throw failure }
        return results.compactMap(\.self)
    }

    private func result(_ job: ScoreJob, _ done: ReplayRunner.Result) -> ClipResult {
        let end = MediaTime.zero + done.length
        let detections = Detection.all(in: done.events, start: start, end: end)
        let findings = ClipFindings(
            clip: job.truth.name, camera: job.truth.camera, conditions: job.truth.conditions, policy: job.policy,
            length: end - .zero, events: job.truth.events, absent: job.truth.absent, detections: detections,
            byZone: job.byZone)
        return ClipResult(job: job, findings: findings, trace: done.told.trace)
    }
}
