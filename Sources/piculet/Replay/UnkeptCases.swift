import Cases
import Media
import Pipeline

/// The cases of a replay that no store keeps: their pictures are not written.
final class UnkeptCases: CaseRecorder {
    private let scheme: CaseScheme

    init(scheme: CaseScheme) { self.scheme = scheme }

    func open(_ opening: CaseOpening) -> CaseRecord {
        scheme.open(opening, evidence: .missing("replayed without --output")).record
    }

    func note(_ hit: Hit, incident: String) {}

    func turn(_ incident: IncidentTracker.Incident) {}
}
