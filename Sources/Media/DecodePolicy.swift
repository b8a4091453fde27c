/// Which pictures of a stream are decoded and looked at.
package enum DecodePolicy: Hashable, Sendable, CustomStringConvertible {
    /// Keyframes only: the usual one; a stall or a crowd lasts minutes.
    case keyframes
    /// Keyframes while nothing moves, every picture while something does.
    case burst
    /// One look each interval, decoded from the last keyframe on.
    case every(Duration)
    /// Every picture.
    case full

    /// Reads `keyframes`, `burst`, `full`, `every 1s`.
    package init?(configured text: String) {
        switch text {
        case "keyframes": self = .keyframes
        case "burst": self = .burst
        case "full": self = .full
        default:
            guard text.hasPrefix("every "), let interval = Duration(configured: String(text.dropFirst(6))),
                interval > .zero
            else { return nil }
            self = .every(interval)
        }
    }

    /// What the configuration may write.
    package static let allowed = Words(
        zh: "keyframes、burst、full、every <时长>（例如 \"every 1s\"）",
        en: "keyframes, burst, full, every <time> (such as \"every 1s\")")

    package var description: String {
        switch self {
        case .keyframes: "keyframes"
        case .burst: "burst"
        case .full: "full"
        case .every(let interval): "every \(interval.secondsText)s"
        }
    }

    package var nameZH: String {
        switch self {
        case .keyframes: "关键帧"
        case .burst: "突发解码"
        case .full: "逐帧"
        case .every(let interval): "每 \(interval.secondsText) 秒"
        }
    }
}
