/// What datasets are called where several are told of together.
package enum DatasetNames {
    /// The last part of each path, and as many parts before it as tell it from the others: `street`, or `old/street` and
    /// `new/street`.
    ///
    /// - Parameter places: whole paths, each once.
    package static func names(of places: [String]) -> [String] {
        let parts = places.map { $0.split(separator: "/").map(String.init) }
        return parts.enumerated().map { index, its in
            let others = parts.enumerated().filter { $0.offset != index }.map(\.element)
            let enough = (1...max(its.count, 1)).first { count in
                !others.contains { $0.suffix(count) == its.suffix(count) }
            }
            return its.isEmpty ? "/" : its.suffix(enough ?? its.count).joined(separator: "/")
        }
    }

    /// Whether a name may be that of a place.
    package static func isName(_ name: String, of place: String) -> Bool {
        let (its, whole) = (name.split(separator: "/"), place.split(separator: "/"))
        return whole.suffix(its.count).elementsEqual(its)
    }
}
