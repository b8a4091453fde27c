import Media
import Pipeline

/// What replaying one labelled video gave.
package struct ClipResult: Sendable {
    package let job: ScoreJob
    package let findings: ClipFindings
    /// Of each algorithm at each look, for the page: why it fired, or how close it came.
    package let trace: [TracedLook]

    /// The looks of one algorithm in the zones that a finding is about.
    package func trace(of finding: Finding) -> [TracedLook] {
        trace.filter { $0.algorithm == finding.algorithm && (!job.byZone || $0.zone == finding.zone) }
    }
}
