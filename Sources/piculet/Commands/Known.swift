import CityAlgorithms

/// What this program knows of: the one place where it is put together.
enum Known {
    static let algorithms = AlgorithmCatalog.builtIn
}
