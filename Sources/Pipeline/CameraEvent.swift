import Cases
import Media
import Scene

/// What a camera knew before a restart.
package struct CameraPast: Sendable {
    package let incidents: [IncidentTracker.Incident]
    package let memory: CameraMemory

    package init(incidents: [IncidentTracker.Incident], memory: CameraMemory) {
        (self.incidents, self.memory) = (incidents, memory)
    }

    package static let none = CameraPast(incidents: [], memory: .none)
}

/// What came of one look.
package enum CameraEvent: Sendable {
    case hit(Hit, at: MediaTime, startedAt: MediaTime)
    case permitted(algorithm: String, permit: String, box: Box, at: MediaTime)
    case opened(CaseOpening, at: MediaTime)
    case joined(IncidentTracker.Incident, Hit, at: MediaTime)
    case turned(IncidentTracker.Incident, at: MediaTime)
}
