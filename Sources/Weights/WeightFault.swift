import Media

/// Why weights could not be brought or judged: one sentence with what to do.
package struct WeightFault: Error, Equatable {
    package let words: Words

    init(_ words: Words) { self.words = words }
}
