import CFFmpeg

/// Why a video could not be read, decoded or written.
package struct VideoError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed, in words.
    package let reason: String
    /// The file and, where known, the place in it.
    package let place: String
    /// What a person can do.
    package let advice: String

    package var description: String { "\(place): \(reason). \(advice)" }

    init(_ reason: String, place: String, advice: String) {
        (self.reason, self.place, self.advice) = (reason, place, advice)
    }

    /// libav's own words for a result code.
    static func words(_ code: Int32) -> String {
        var text = [CChar](repeating: 0, count: 128)
        av_strerror(code, &text, text.count)
        let end = text.firstIndex(of: 0) ?? text.endIndex
        return String(decoding: text[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Turns a negative result code into an error.
    @discardableResult
    static func check(_ code: Int32, _ what: String, place: String, advice: String) throws(VideoError) -> Int32 {
        guard code < 0 else { return code }
        throw VideoError("\(what): \(words(code))", place: place, advice: advice)
    }
}
