import Media

/// What is to become a case: an incident with its first hit, where it is and whose ground that is.
package struct CaseIntake: Hashable, Sendable {
    package let incident: IncidentTracker.Incident
    /// As it follows from the incident; where another case has that number, the next free one is taken.
    package var number: CaseNumber
    package let cameraName: String
    package let assignment: Dispatcher.Assignment
    /// WGS 84; nil: not known.
    package let place: Point?

    package init(
        incident: IncidentTracker.Incident, number: CaseNumber, cameraName: String,
        assignment: Dispatcher.Assignment, place: Point?
    ) {
        (self.incident, self.number, self.cameraName) = (incident, number, cameraName)
        (self.assignment, self.place) = (assignment, place)
    }
}
