/// Who acts on a case.
package struct CaseActor: Hashable, Sendable {
    /// What somebody may do; one person can be several.
    package enum Role: String, CaseIterable, Sendable, Codable {
        /// Piculet itself.
        case system
        /// 受理员
        case acceptor
        /// 值班长
        case shiftHead = "shift_head"
        /// 派遣员
        case dispatcher
        /// 监督员: verifies and checks.
        case inspector
        /// 处置人员
        case handler
        /// 处置部门: confirms what its handlers did.
        case department
        /// 网格长
        case gridHead = "grid_head"
        /// 督办人
        case supervisor
        /// 领导
        case leader
        /// 诉求人
        case citizen

        package var nameZH: String {
            switch self {
            case .system: "系统"
            case .acceptor: "受理员"
            case .shiftHead: "值班长"
            case .dispatcher: "派遣员"
            case .inspector: "监督员"
            case .handler: "处置人员"
            case .department: "处置部门"
            case .gridHead: "网格长"
            case .supervisor: "督办人"
            case .leader: "领导"
            case .citizen: "诉求人"
            }
        }
    }

    package let name: String
    /// nil: no list of people is configured, and everybody may do everything but act as the system.
    package let roles: Set<Role>?
    /// For whom they work.
    package let unit: String?

    package init(name: String, roles: Set<Role>?, unit: String?) {
        (self.name, self.roles, self.unit) = (name, roles, unit)
    }

    package static let system = CaseActor(name: "system", roles: [.system], unit: nil)

    /// Somebody of whom nothing but the name is known.
    package static func anybody(_ name: String) -> CaseActor { CaseActor(name: name, roles: nil, unit: nil) }

    var isSystem: Bool { roles == [.system] }

    func isAny(of wanted: Set<Role>) -> Bool {
        guard let roles else { return wanted != [.system] }
        return !roles.isDisjoint(with: wanted)
    }

    func works(for unit: String?) -> Bool { roles == nil || isSystem || (unit != nil && self.unit == unit) }
}
