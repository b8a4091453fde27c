/// Somebody who deals with cases.
package struct Person: Hashable, Sendable, Codable {
    /// What they are called in the log, `王某`; unique.
    package let name: String
    /// For whom they work; nil: for the centre.
    package let unit: String?
    package let roles: Set<CaseActor.Role>
    /// Where they work; nil: where their unit does.
    package let grid: String?
    package let isPartTime: Bool

    package init(
        name: String, unit: String?, roles: Set<CaseActor.Role>, grid: String? = nil, isPartTime: Bool = false
    ) {
        (self.name, self.unit, self.roles) = (name, unit, roles)
        (self.grid, self.isPartTime) = (grid, isPartTime)
    }

    package var actor: CaseActor { CaseActor(name: name, roles: roles, unit: unit) }
}
