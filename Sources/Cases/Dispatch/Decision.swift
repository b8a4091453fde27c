/// To whom a case went and why (派单依据), with all that was passed over.
package struct Decision: Hashable, Sendable, Codable {
    /// Something that was looked at and not taken.
    package struct Alternative: Hashable, Sendable, Codable {
        package let what: String
        package let why: String

        package init(what: String, why: String) { (self.what, self.why) = (what, why) }
    }

    /// The row that decided; nil: none was about it.
    package let rule: String?
    /// Of the list of responsibilities.
    package let version: String
    package let lead: String
    package let coUnits: [String]
    /// Who is on duty; nil: the unit's queue.
    package let person: String?
    package let limit: Limit?
    /// The zones that it lies in.
    package let zones: [String]
    package let effect: GroundZone.Effect?
    package let rejected: [Alternative]

    package init(
        rule: String?, version: String, lead: String, coUnits: [String] = [], person: String? = nil,
        limit: Limit? = nil, zones: [String] = [], effect: GroundZone.Effect? = nil, rejected: [Alternative] = []
    ) {
        (self.rule, self.version, self.lead, self.coUnits) = (rule, version, lead, coUnits)
        (self.person, self.limit, self.zones) = (person, limit, zones)
        (self.effect, self.rejected) = (effect, rejected)
    }
}
