import ArgumentParser
import CityAlgorithms
import Media
import Phrases
import Sight

/// What this program knows of: the one place where it is put together.
package enum Known {
    package static let algorithms = Sight.here.catalog

    /// What labels may tell the truth of before there is an algorithm for it.
    package static let expected: Set<String> = [
        "waterlogging", "muck-truck", "shop-front", "illegal-parking", "bike-parking", "litter", "bin-overflow",
        "rubble", "fire-lane", "falling-object", "fire", "roadworks", "floating-debris", "fallen-cable", "lorry",
        "dwell", "left-object", "gathering",
    ]

    /// Refuses names of algorithms that are none, or that cannot be used.
    ///
    /// - Parameter option: of the command line, that gave them.
    package static func check(_ names: [String], of option: String = "--algorithms") throws(ValidationError) {
        for name in names {
            guard let entry = algorithms[name] else {
                throw wrongUsage(
                    CommandWords.noAlgorithm(
                        option, name, NearestName.of(name, among: algorithms.ids), algorithms.ids))
            }
            if let network = algorithms.missing(for: entry) {
                throw wrongUsage(CommandWords.networkMissing(option, name, network))
            }
        }
    }
}
