/// Which pictures of a stream are decoded and looked at.
package enum DecodePolicy: Hashable, Sendable, CustomStringConvertible {
    /// Keyframes only: the usual one; a stall or a crowd lasts minutes.
    case keyframes
    /// One look each interval, decoded from the last keyframe on.
    case every(Duration)
    /// Every picture.
    case full

    /// Reads `keyframes`, `full`, `every 1s`.
    package init?(configured text: String) {
        switch text {
        case "keyframes": self = .keyframes
        case "full": self = .full
        default:
            guard text.hasPrefix("every "), let interval = Duration(configured: String(text.dropFirst(6))),
                interval > .zero
            else { return nil }
            self = .every(interval)
        }
    }

    package static let allowed = "keyframes, full, every <time> (such as \"every 1s\")"

    package var description: String {
        switch self {
        case .keyframes: "keyframes"
        case .full: "full"
        case .every(let interval): "every \(interval.inSeconds)s"
        }
    }
}
