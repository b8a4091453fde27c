import Cases
import CityAlgorithms
import Foundation
import Labels
import Measures
import Media
import Pipeline
import Replaying

/// Shows labelled still pictures to the algorithms that they ask about, each as a steady film: a picture a second for as
/// long as the algorithm's rule needs, and ten more. The whole picture is one `watch` zone.
package struct StillRunner {
    /// More pictures than the rule needs: it is to tell what it has seen.
    private static let margin = 10

    private let start: WallTime
    private let timeZone: TimeZone
    private let scheme: CaseScheme
    private let setup: (_ camera: String, _ name: String, _ algorithm: String) -> CameraSetup
    private let supplier: @Sendable () -> (any LookSupplier)?

    /// - Parameters:
    ///   - start: the wall time of each picture, for schedules.
    ///   - setup: how a picture is watched, as its camera, under a unique name, by one algorithm.
    ///   - supplier: makes one for each picture that is under way; nil: the algorithms need the scene alone.
    package init(
        start: WallTime, timeZone: TimeZone, scheme: CaseScheme,
        setup: @escaping (_ camera: String, _ name: String, _ algorithm: String) -> CameraSetup,
        supplier: @escaping @Sendable () -> (any LookSupplier)? = { nil }
    ) {
        (self.start, self.timeZone, self.scheme, self.setup, self.supplier) = (start, timeZone, scheme, setup, supplier)
    }

    /// - Parameters:
    ///   - known: the algorithms that the program has: of others it is said that they are not judged.
    ///   - algorithms: those that are scored: what is asked of others that are known is left out.
    ///   - atOnce: how many pictures are under way at a time.
    /// - Returns: in the order of the questions.
    /// - Throws: which picture is missing or cannot be read: a score over a part of the pictures would be another score.
    package func scores(
        _ questions: [StillQuestion], known: [String], algorithms: [String], atOnce: Int
    ) throws -> [StillScore] {
        try questions.compactMap { question in
            guard known.contains(question.algorithm) else { return StillScore(question, judged: nil) }
            guard algorithms.contains(question.algorithm) else { return nil }
            return StillScore(question, judged: try judged(question, atOnce: atOnce))
        }
    }

    private func judged(_ question: StillQuestion, atOnce: Int) throws -> [JudgedStill] {
        let told = question.pictures.filter { $0.still.truth != .unclear }
        let jobs = try told.enumerated().map { number, picture in
            guard let path = picture.still.path else { throw ScoreError.noStill(picture.still.picture) }
            let setup = setup(picture.still.camera, "still#\(number)", question.algorithm)
            let lasting = setup.watches.map(\.terms.lasting.inSeconds).max() ?? 0
            return ReplayJob(
                path: path, footage: .still(pictures: Int(lasting.rounded(.up)) + 1 + Self.margin), setup: setup)
        }
        let progress = ReplayProgress(videos: jobs.count)
        let runner = ReplayRunner(
            jobs, recorder: LedgerRecorder(keepingNothing: scheme), start: start, timeZone: timeZone, pace: .max,
            isTraced: true, progress: progress, supplier: supplier)
        var judged: [JudgedStill] = []
        var failure: (any Error)?
        runner.run(atOnce: atOnce) { index, result in
            switch result {
            case .success(let done): judged.append(JudgedStill(told[index], done.told))
            case .failure(let error): failure = failure ?? error
            }
        }
        progress.end()
        if let failure { throw failure }
        return judged
    }
}

/// What an algorithm made of one labelled picture.
struct JudgedStill {
    let picture: StillQuestion.Picture
    /// The highest of what it observed at any look, 0...1; 0: it saw nothing.
    let score: Double
    /// Its rule was satisfied: somebody would have been told.
    let isTold: Bool

    var isPositive: Bool { picture.still.truth == .yes }
    var scored: Scored { Scored(score, isPositive: isPositive) }

    init(_ picture: StillQuestion.Picture, _ told: Replay.Told) {
        self.picture = picture
        score = told.trace.flatMap { $0.observations.map(\.score) }.max() ?? 0
        isTold = told.summary.hits > 0
    }
}
