/// How a camera is: one state at a time, each with a from and a to.
package enum HealthState: String, Sendable, CaseIterable, Codable {
    /// Not heard of since Piculet knows it.
    case connecting
    /// Pictures come.
    case live
    /// The connection stands, but nothing comes.
    case stalled
    /// Pictures come, each like the one before.
    case frozen
    /// Pictures come and show nothing but black.
    case black
    /// The lens is covered or dazzled.
    case blinded
    /// It looks elsewhere than it did: its zones do not fit, its algorithms rest.
    case moved
    /// Out of focus.
    case blurred
    case noisy
    /// Packets come, but no picture can be made of them.
    case undecodable
    /// Pictures come with unusable timestamps; the time of arrival stands in.
    case untimed
    case offline
    /// Wrong name or password.
    case refused
    case wrongCodec = "wrong-codec"
    /// Set aside: Piculet crashed three times in a row while it decoded this camera.
    case quarantined

    /// Whether somebody should look after the camera.
    package var isFault: Bool { self != .connecting && self != .live }

    package var words: Words { Words(zh: nameZH, en: nameEN) }

    package var nameZH: String {
        switch self {
        case .connecting: "连接中"
        case .live: "在线"
        case .stalled: "断流"
        case .frozen: "画面冻结"
        case .black: "黑屏"
        case .blinded: "镜头遮挡"
        case .moved: "镜头移位"
        case .blurred: "画面模糊"
        case .noisy: "噪声过大"
        case .undecodable: "无法解码"
        case .untimed: "时间戳异常"
        case .offline: "离线"
        case .refused: "认证失败"
        case .wrongCodec: "编码不支持"
        case .quarantined: "已隔离"
        }
    }

    package var nameEN: String {
        switch self {
        case .connecting: "Connecting"
        case .live: "Live"
        case .stalled: "Stalled"
        case .frozen: "Frozen picture"
        case .black: "Black picture"
        case .blinded: "Blinded"
        case .moved: "Moved"
        case .blurred: "Blurred"
        case .noisy: "Noisy"
        case .undecodable: "Cannot be decoded"
        case .untimed: "Bad timestamps"
        case .offline: "Offline"
        case .refused: "Password refused"
        case .wrongCodec: "Wrong codec"
        case .quarantined: "Quarantined"
        }
    }
}
