import CFFmpeg
import Foundation
import Media

/// How libavformat opens each kind of source: the demuxer where it is certain, the protocols it may use, its limits.
struct SourceOptions {
    /// The demuxer's name; nil: probed.
    let format: String?
    /// What is handed to `avformat_open_input`.
    let url: String
    let pairs: [(key: String, value: String)]

    init(_ address: SourceAddress) {
        let url = address.secretURL
        let isEncrypted = url.hasPrefix("https:")
        let http = isEncrypted ? "https,tls,http,tcp" : "http,tcp"
        switch address.kind {
        case .rtsp:
            let isUDP = address.transport == .udp
            format = "rtsp"
            self.url = url
            pairs = [
                ("protocol_whitelist", isUDP ? "rtsp,tcp,rtp,udp" : "rtsp,tcp"),
                ("rtsp_transport", address.transport.rawValue), ("allowed_media_types", "video"),
            ]
        case .httpFLV:
            format = "flv"
            self.url = url
            pairs = [("protocol_whitelist", http)]
        case .hls:
            format = "hls"
            self.url = url
            // A playlist may name segments at encrypted and at plain addresses, never files.
            pairs = [
                ("protocol_whitelist", "https,tls,http,tcp,crypto"), ("live_start_index", "-1"),
                ("max_reload", "20"), ("m3u8_hold_counters", "20"),
                // Each address is opened anew: then what each sends is counted, and its host is looked at.
                ("http_persistent", "0"), ("http_multiple", "0"),
                // Of each variant: enough for an intra picture of 4K.
                ("probesize", "2000000"),
                ("format_whitelist", "hls,mpegts,mov,mp4,m4a,3gp,3g2,mj2,mov,mp4"),
            ]
        case .udp:
            format = "mpegts"
            self.url = url
            // The buffer of each source in datagrams of 188 bytes; what does not fit is lost, as on the way.
            pairs = [
                ("protocol_whitelist", "udp"), ("fifo_size", "4096"), ("overrun_nonfatal", "1"),
                ("probesize", "500000"),
            ]
        case .file:
            format = nil
            self.url = "file:" + url
            pairs = [("protocol_whitelist", "file")]
        case .lavfi:
            format = "lavfi"
            self.url = url
            pairs = [("protocol_whitelist", "none")]
        }
    }

    /// The demuxer that draws test pictures lives in libavdevice, which brings half a desktop with it: it is loaded
    /// only when a lavfi source is configured.
    static let testPictures: Bool = {
        guard let library = dlopen("libavdevice.so.\(LIBAVFORMAT_VERSION_MAJOR)", RTLD_NOW | RTLD_GLOBAL),
            let symbol = dlsym(library, "avdevice_register_all")
        else { return false }
        unsafeBitCast(symbol, to: (@convention(c) () -> Void).self)()
        return true
    }()
}
