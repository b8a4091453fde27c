/// The algorithms that this build knows, by id.
package enum AlgorithmRegistry {
    package static let all: [any Algorithm.Type] = [StreetStall.self, Crowd.self]

    package static var ids: [String] { all.map { $0.profile.id } }

    package static func find(_ id: String) -> (any Algorithm.Type)? { all.first { $0.profile.id == id } }
}
