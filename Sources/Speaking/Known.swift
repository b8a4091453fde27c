import ArgumentParser
import CityAlgorithms
import Media
import Phrases
import Settings
import Sight

/// What this program knows of: the one place where it is put together.
package enum Known {
    package static var algorithms: AlgorithmCatalog { Sight.here.catalog }

    /// Refuses to go on with packs that are wrong, and reads those that are tried out beside them.
    ///
    /// - Parameters:
    ///   - tried: folders of `--pack`.
    ///   - isBuiltIn: they see with networks made here alone.
    /// - Returns: the ids of the tried ones.
    @discardableResult
    package static func readPacks(trying tried: [String] = [], builtIn isBuiltIn: Bool = false) throws -> [String] {
        if isBuiltIn { Sight.here.seeBuiltInAlone() }
        for words in Sight.here.passOverBroken() { warn(words) }
        if let faults = Sight.here.faults { throw Configuration.refusal(ofPacks: faults) }
        let ids = try tried.map { folder in
            do throws(SettingsFaults) { return try Sight.here.tryOut(folder) } catch {
                throw Configuration.refusal(ofPacks: error)
            }
        }
        try check(ids, of: "--pack")
        return ids.inOrderOnce
    }

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
