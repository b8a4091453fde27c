/// How a camera's pictures come.
package enum SourceKind: String, Sendable, CaseIterable {
    case rtsp
    /// FLV over one endless HTTP answer.
    case httpFLV = "http-flv"
    case hls
    /// An MPEG transport stream in UDP datagrams.
    case udp
    /// A file, looped at live pace.
    case file
    /// Test pictures that libavfilter draws.
    case lavfi

    /// What the configuration may write.
    package static let allowed =
        "rtsp://, http(s)://... .flv, http(s)://... .m3u8, udp://, lavfi:, or the path of a file"

    /// Whether its packets come as fast as they are read: they are held back to live pace.
    package var isPaced: Bool { self == .file || self == .lavfi }
}
