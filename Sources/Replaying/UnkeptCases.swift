import Cases
import Media
import Pipeline

/// The cases of a replay that no store keeps: their pictures are not written.
package final class UnkeptCases: CaseRecorder {
    private let scheme: CaseScheme

    package init(scheme: CaseScheme) { self.scheme = scheme }

    package func open(_ opening: CaseOpening) -> CaseRecord {
        scheme.open(opening, evidence: .missing("replayed without --output")).record
    }

    package func note(_ hit: Hit, incident: String) {}

    package func turn(_ incident: IncidentTracker.Incident) {}
}
