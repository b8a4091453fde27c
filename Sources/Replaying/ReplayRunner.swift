import Dispatch
import Foundation
import Media
import Pipeline
import Video
import VideoRoles

/// Replays many videos, some at once; gives their results in the order of the list.
package final class ReplayRunner: @unchecked Sendable {
    // Sendable: `lock` guards what is not constant.
    package struct Result: Sendable {
        package let told: Replay.Told
        /// Of the video, whatever was looked at.
        package let length: Duration
        package var events: [ReplayEvent] { told.events }
        package var summary: ReplaySummary { told.summary }
        /// Set when the file ended long before its header says.
        package let cutOff: Words?
        /// Why the annotated film that was asked for is not there.
        package let notAnnotated: ReplayError?
    }

    private let jobs: [ReplayJob]
    private let recorder: any CaseRecorder
    private let start: WallTime
    private let timeZone: TimeZone
    private let pace: ReplayPace
    private let isTraced: Bool
    private let progress: ReplayProgress
    private let supplier: @Sendable () -> (any LookSupplier)?
    private let storeQueue = DispatchQueue(label: "store")

    private let lock = NSLock()
    private var next = 0
    private var results: [Int: Swift.Result<Result, any Error>] = [:]

    /// - Parameters:
    ///   - isTraced: whether what each algorithm saw at each look is told too.
    ///   - supplier: makes one for each video that is under way; nil: the algorithms need the scene alone.
    package init(
        _ jobs: [ReplayJob], recorder: any CaseRecorder, start: WallTime, timeZone: TimeZone, pace: ReplayPace,
        isTraced: Bool = false, progress: ReplayProgress,
        supplier: @escaping @Sendable () -> (any LookSupplier)? = { nil }
    ) {
        (self.jobs, self.recorder, self.start) = (jobs, recorder, start)
        (self.timeZone, self.pace, self.isTraced) = (timeZone, pace, isTraced)
        (self.progress, self.supplier) = (progress, supplier)
    }

    /// - Parameters:
    ///   - atOnce: how many videos are under way at a time, each with a reader thread and a decode worker.
    ///   - deliver: called in the order of the list, as soon as all before are there.
    package func run(atOnce: Int, deliver: (Int, Swift.Result<Result, any Error>) -> Void) {
        let done = DispatchSemaphore(value: 0)
        let readers = min(atOnce, jobs.count)
        for number in 0..<readers {
            let worker = DecodeWorker(number: number, supplier: supplier())
            let thread = Thread { [self] in
                while let index = take() {
                    let result = Swift.Result { try replay(jobs[index], on: worker) }
                    lock.withLock { results[index] = result }
                    done.signal()
                }
            }
            thread.stackSize = 512 * 1024
            thread.name = "reader.\(number)"
            thread.start()
        }
        var delivered = 0
        while delivered < jobs.count {
            done.wait()
            while let result = lock.withLock({ results.removeValue(forKey: delivered) }) {
                deliver(delivered, result)
                delivered += 1
            }
        }
    }

    private func cutOff(_ file: VideoFile, _ summary: ReplaySummary) -> Words? {
        guard let claimed = file.claimedDuration, claimed > file.lastTime - .zero + .seconds(2) else { return nil }
        return .cutOff(after: (file.lastTime - .zero).clockText, claimed: claimed.clockText)
    }

    private func take() -> Int? {
        lock.withLock {
            guard next < jobs.count else { return nil }
            defer { next += 1 }
            return next
        }
    }

    private func replay(_ job: ReplayJob, on worker: DecodeWorker) throws -> Result {
        switch job.footage {
        case .video: try replayVideo(job, on: worker)
        case .still(let pictures): try replayStill(job, pictures, on: worker)
        }
    }

    private func replayStill(_ job: ReplayJob, _ pictures: Int, on worker: DecodeWorker) throws -> Result {
        let film: StillFilm
        do throws(VideoError) { film = try StillFilm(path: job.path, count: pictures) } catch {
            throw ReplayError.noStill(job.path, error)
        }
        progress.began(job.path, lasting: film.length)
        let told = try Replay(
            job.setup, source: film, decoder: film, recorder: recorder, supplier: worker.supplier, start: start,
            timeZone: timeZone, pace: pace, isTraced: isTraced, worker: worker.queue, storeQueue: storeQueue,
            progress: { [progress] in progress.reached($0, in: job.path) }
        ).run()
        guard told.summary.looked > 0 else { throw ReplayError.stillTooSmall(job.path) }
        return Result(told: told, length: film.length, cutOff: nil, notAnnotated: nil)
    }

    private func replayVideo(_ job: ReplayJob, on worker: DecodeWorker) throws -> Result {
        let file = try VideoFile(path: job.path)
        let name = file.name
        progress.began(name, lasting: file.claimedDuration)
        let decoder = try StreamPictures(file.format, policy: job.setup.policy, keyframes: worker.keyframes)
        let annotator = job.annotation.map { Annotator($0, job.setup, start: start, timeZone: timeZone) }
        let replay = Replay(
            job.setup, source: file, decoder: decoder, recorder: recorder, supplier: worker.supplier,
            start: start, timeZone: timeZone, pace: pace, isTraced: isTraced,
            watcher: annotator?.take, worker: worker.queue, storeQueue: storeQueue,
            progress: { [progress] in progress.reached($0, in: name) })
        let told = try replay.run()
        let notAnnotated = annotator?.finish()
        guard told.summary.decoded > 0 else {
            throw ReplayError.noPicture(name)
        }
        return Result(
            told: told, length: file.lastTime - .zero, cutOff: cutOff(file, told.summary),
            notAnnotated: notAnnotated)
    }
}
