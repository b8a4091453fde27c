import Labels
import Media

/// What labels ask of one algorithm about still pictures, over all datasets.
package struct StillQuestion: Sendable {
    package let algorithm: String
    /// In the order of the datasets and their tables.
    package let pictures: [Picture]

    /// A labelled picture, and the dataset that it is of.
    package struct Picture: Sendable {
        package let dataset: String
        package let still: Still

        package init(dataset: String, still: Still) { (self.dataset, self.still) = (dataset, still) }
    }

    package init(algorithm: String, pictures: [Picture]) { (self.algorithm, self.pictures) = (algorithm, pictures) }

    /// One for each algorithm that is asked about, in the order in which it is met.
    ///
    /// - Parameter datasets: the name of each, as the score tells it, with what it holds.
    package static func all(in datasets: [(name: String, stills: [StillLabels])]) -> [StillQuestion] {
        let asked = datasets.flatMap { dataset in
            dataset.stills.map { table in
                (table.algorithm, table.pictures.map { Picture(dataset: dataset.name, still: $0) })
            }
        }
        return asked.map(\.0).inOrderOnce.map { algorithm in
            StillQuestion(algorithm: algorithm, pictures: asked.filter { $0.0 == algorithm }.flatMap(\.1))
        }
    }
}
