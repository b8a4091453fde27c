/// A moment of a stream: microseconds since its first picture, as the stream's own clock has it.
///
/// Streams say what they like: what leaves the number line stays at its end.
package struct MediaTime: Comparable, Hashable, Sendable, Codable {
    package var microseconds: Int64

    package static let zero = MediaTime(microseconds: 0)

    package init(microseconds: Int64) { self.microseconds = microseconds }

    package init(seconds: Double) { microseconds = Int64(clamping: (seconds * 1_000_000).rounded()) }

    package var seconds: Double { Double(microseconds) / 1_000_000 }

    package static func < (left: MediaTime, right: MediaTime) -> Bool { left.microseconds < right.microseconds }

    package static func - (left: MediaTime, right: MediaTime) -> Duration {
        .microseconds(left.microseconds.subtractingAtMost(right.microseconds))
    }

    package static func + (left: MediaTime, right: Duration) -> MediaTime {
        MediaTime(microseconds: left.microseconds.addingAtMost(right.wholeMicroseconds))
    }

    package static func - (left: MediaTime, right: Duration) -> MediaTime {
        MediaTime(microseconds: left.microseconds.subtractingAtMost(right.wholeMicroseconds))
    }
}
