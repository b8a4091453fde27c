import Media

/// A case that waits for somebody, as the page shows it.
extension ConsoleState {
    package struct Case: Codable, Sendable, Hashable {
        package let number: String
        /// What it is: the algorithm's name.
        package let type: Words
        package let camera: String
        package let cameraName: String
        package let zone: String
        package let grid: String?
        package let path: [String]
        /// nil: nobody has it; the centre sends it on.
        package let unit: String?
        /// Who is on duty there; nil: nobody is named.
        package let person: String?
        package let coUnits: [String]
        package let state: Words
        /// Urgent, supervised, returned ...
        package let marks: [Words]
        package let startedAt: Int64
        package let hitAt: Int64
        /// The clocks that run and have a limit, the nearest deadline first.
        package let clocks: [Clock]
        /// What of the total time each stage took, in their order; the running one up to `partSince`.
        package let parts: [Part]
        package let partSince: Int64
        /// Why there are no pictures; nil when there are.
        package let missing: Words?

        package init(
            number: String, type: Words, camera: String, cameraName: String, zone: String, grid: String?,
            path: [String], unit: String?, person: String?, coUnits: [String], state: Words, marks: [Words],
            startedAt: Int64, hitAt: Int64, clocks: [Clock], parts: [Part], partSince: Int64, missing: Words?
        ) {
            (self.number, self.type, self.camera, self.cameraName) = (number, type, camera, cameraName)
            (self.zone, self.grid, self.path, self.unit) = (zone, grid, path, unit)
            (self.person, self.coUnits, self.state, self.marks) = (person, coUnits, state, marks)
            (self.startedAt, self.hitAt, self.clocks) = (startedAt, hitAt, clocks)
            (self.parts, self.partSince, self.missing) = (parts, partSince, missing)
        }
    }

    package struct Clock: Codable, Sendable, Hashable {
        package let name: Words
        package let deadline: Int64

        package init(name: Words, deadline: Int64) { (self.name, self.deadline) = (name, deadline) }
    }

    /// A stage's share of the time from discovery to closure.
    package struct Part: Codable, Sendable, Hashable {
        package let name: Words
        package let milliseconds: Int64
        /// Of the reference of 28 minutes; nil: none is foreseen.
        package let budget: Int64?
        package let isRunning: Bool

        package init(name: Words, milliseconds: Int64, budget: Int64?, isRunning: Bool) {
            (self.name, self.milliseconds) = (name, milliseconds)
            (self.budget, self.isRunning) = (budget, isRunning)
        }
    }
}
