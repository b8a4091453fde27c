import Media
import Pipeline

/// What replaying one labelled video gave.
package struct ClipResult: Sendable {
    package let job: ScoreJob
    package let findings: ClipFindings
    /// Of each algorithm at each look, for the page: why it fired, or how close it came.
    package let trace: [TracedLook]

    package init(job: ScoreJob, findings: ClipFindings, trace: [TracedLook]) {
        (self.job, self.findings, self.trace) = (job, findings, trace)
    }

    /// A look so near to a moment shows the same things.
    private static let near = Duration.milliseconds(500)

    /// The looks of one algorithm, one in each zone, that are nearest to a moment; nil: it did not look near it.
    func looks(of algorithm: String, nearest moment: MediaTime) -> [TracedLook]? {
        let around = trace.filter {
            $0.algorithm == algorithm && $0.at >= moment - Self.near && $0.at <= moment + Self.near
        }
        func apart(_ time: MediaTime) -> Duration { max(time - moment, moment - time) }
        guard let nearest = around.map(\.at).min(by: { apart($0) < apart($1) }) else { return nil }
        return around.filter { $0.at == nearest }
    }

    /// The looks of one algorithm in the zones that a finding is about.
    package func trace(of finding: Finding) -> [TracedLook] {
        trace.filter { $0.algorithm == finding.algorithm && (!job.byZone || $0.zone == finding.zone) }
    }
}
