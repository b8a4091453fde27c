import Media

/// A case that waits for somebody, as screens show it. Times are milliseconds of wall time.
package struct CaseCard: Codable, Sendable, Hashable {
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

    package let number: String
    /// What it is: the algorithm's name.
    package let type: Words
    package let camera: String
    package let cameraName: String
    package let zone: String
    /// How large it was on the ground; nil: that is not told.
    package let extent: Words?
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
        number: String, type: Words, camera: String, cameraName: String, zone: String, extent: Words? = nil,
        grid: String?, path: [String], unit: String?, person: String?, coUnits: [String], state: Words, marks: [Words],
        startedAt: Int64, hitAt: Int64, clocks: [Clock], parts: [Part], partSince: Int64, missing: Words?
    ) {
        (self.number, self.type, self.camera, self.cameraName) = (number, type, camera, cameraName)
        (self.zone, self.extent, self.grid, self.path, self.unit) = (zone, extent, grid, path, unit)
        (self.person, self.coUnits, self.state, self.marks) = (person, coUnits, state, marks)
        (self.startedAt, self.hitAt, self.clocks) = (startedAt, hitAt, clocks)
        (self.parts, self.partSince, self.missing) = (parts, partSince, missing)
    }
}

/// Where a case stands in the list of open cases: the longest clock first. A page of the list is asked for by the place
/// of the last case of the page before, which holds even when that case has ended meanwhile.
package struct CasePlace: Comparable, Sendable, CustomStringConvertible {
    private let startedAt: Int64
    private let number: String

    init(_ card: CaseCard) { (startedAt, number) = (card.startedAt, card.number) }

    /// - Parameter text: as `description` gives it, `1780000000000-20260301-7K3QF2M`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let time = Int64(parts[0]) else { return nil }
        (startedAt, number) = (time, String(parts[1]))
    }

    package var description: String { "\(startedAt)-\(number)" }

    package static func < (one: CasePlace, other: CasePlace) -> Bool {
        (one.startedAt, one.number) < (other.startedAt, other.number)
    }
}
