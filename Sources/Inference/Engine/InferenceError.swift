import Media

/// Why OpenVINO or a network could not be used.
package struct InferenceError: Error, Hashable, Sendable, Worded, CustomStringConvertible {
    /// The file.
    package let place: String
    package let reason: Words
    /// What a person can do.
    package let advice: Words

    package init(place: String, reason: Words, advice: Words) {
        (self.place, self.reason, self.advice) = (place, reason, advice)
    }

    package var words: Words {
        Words(zh: "\(place.named)：\(reason.zh)。\(advice.zh)", en: "\(place.named): \(reason.en). \(advice.en)")
    }

    package var description: String { words.en }
}
