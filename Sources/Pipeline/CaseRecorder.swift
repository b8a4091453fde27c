import Cases
import Foundation
import Media

/// Keeps what must not be lost. Called on the store queue; returns when it is durable.
package protocol CaseRecorder: AnyObject, Sendable {
    /// Opens a case with its incident, its first hit and its pictures, once: a second opening of the same incident
    /// changes nothing.
    ///
    /// - Returns: the case as it is kept, with the evidence that could be written.
    func open(_ opening: CaseOpening) throws -> CaseRecord
    /// Notes a further hit of an incident.
    func note(_ hit: Hit, incident: String) throws
    /// Notes that an incident turned quiet, fires again or ended.
    func turn(_ incident: IncidentTracker.Incident) throws
}

/// A case that is to be opened, with the pictures that show why.
package struct CaseOpening: Sendable {
    package let incident: IncidentTracker.Incident
    package let number: CaseNumber
    package let cameraName: String
    package let assignment: Dispatcher.Assignment
    /// WGS 84; nil: not known.
    package let place: Point?
    /// JPEG bytes; nil with the reason when they could not be made.
    package let pictures: Pictures?
    package let missing: String?

    package struct Pictures: Sendable {
        package let original: Data
        package let marked: Data
    }
}

extension CaseOpening {
    /// Without the pictures.
    package var intake: CaseIntake {
        CaseIntake(
            incident: incident, number: number, cameraName: cameraName, assignment: assignment, place: place)
    }

    /// What the names of its pictures begin with: no two cases share it, whatever number each comes to have.
    package var pictureName: String { "\(number)-\(CaseNumber.digits(of: incident.key))" }
}
