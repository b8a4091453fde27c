import Foundation
import Media

extension ScoreFile {
    /// - Parameters:
    ///   - results: of all jobs.
    ///   - datasets: their names.
    ///   - algorithms: in the order in which they are told.
    ///   - generatedAt: when, as RFC 3339.
    ///   - wall: how long it took.
    package init(
        _ results: [ClipResult], datasets: [String], algorithms: [String], generatedAt: String, wall: Duration
    ) {
        let policies = results.map(\.job.policy).inOrderOnce
        let media = results.reduce(0) { $0 + $1.findings.length.inSeconds }
        self.init(
            run: Run(
                datasets: datasets, algorithms: algorithms, policies: policies,
                isWholePicture: results.contains { !$0.job.byZone }, terms: Terms.shared(by: results, algorithms)),
            clips: Clip.all(in: results),
            policies: policies.map { policy in
                let its = results.filter { $0.job.policy == policy }
                func under(_ condition: String?) -> [ClipResult] {
                    its.filter { result in condition.map(result.findings.conditions.contains) ?? true }
                }
                return PolicyScore(
                    policy, algorithms, over: its.map(\.findings), counts: { CountScore.all(under($0)) },
                    boxes: { BoxScores.all(under($0)) })
            },
            events: results.flatMap { EventLine.all(of: $0).map(\.line) },
            times: Times(
                generatedAt: generatedAt, wallS: wall.inSeconds.rounded(to: 3),
                timesRealTime: (media / max(wall.inSeconds, 0.001)).rounded(to: 1)))
    }

    /// As it is written: sorted keys, so that two files compare line by line.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return try encoder.encode(self) + Data("\n".utf8)
    }
}

extension ScoreFile.Terms {
    /// Those that an algorithm has on every clip alike.
    fileprivate static func shared(by results: [ClipResult], _ algorithms: [String]) -> [ScoreFile.Terms] {
        algorithms.compactMap { algorithm in
            let terms = Set(
                results.flatMap { $0.job.setup.watches.filter { $0.algorithm.id == algorithm }.map(\.terms) })
            guard let only = terms.first, terms.count == 1 else { return nil }
            return ScoreFile.Terms(algorithm: algorithm, lastingS: only.lasting.inSeconds, threshold: only.enter)
        }
    }
}

extension ScoreFile.Clip {
    /// Each clip once, whatever the policies.
    fileprivate static func all(in results: [ClipResult]) -> [ScoreFile.Clip] {
        results.map(\.job.truth.name).inOrderOnce.compactMap { name in
            let its = results.filter { $0.job.truth.name == name }
            guard let first = its.first else { return nil }
            let truth = first.job.truth
            return ScoreFile.Clip(
                name: name, dataset: truth.dataset, video: URL(fileURLWithPath: first.job.video).lastPathComponent,
                camera: truth.camera,
                conditions: truth.conditions, scene: truth.scene,
                seconds: first.findings.length.inSeconds.rounded(to: 3), events: truth.events.count,
                absent: truth.absent.sorted(), judged: first.findings.judged.sorted(),
                unjudged: Dictionary(
                    its.map { ($0.job.policy, $0.findings.unjudged) }, uniquingKeysWith: { first, _ in first }))
        }
    }
}
