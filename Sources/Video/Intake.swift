import CFFmpeg
import CReceived
import Media

/// Measures what one connection takes in, and ends it when that is more than a camera sends.
///
/// libavformat bounds little by itself. But it asks before each read whether to go on, and lets its opening of
/// addresses be replaced: both come by here. RTSP reads past `AVIOContext`; there `recv(2)` is counted. How large a block
/// it may take is bounded for the whole process (`LiveStream.mostBytesAtOnce`). Used on the reader's thread.
final class Intake {
    /// What there was too much of.
    enum Excess: Equatable {
        case data, header, playlist, addresses, packet, memory
    }

    private enum Limit {
        /// Reads between two packets. RTSP takes six for 1,400 bytes, and two for each byte of a header; a keyframe of 8
        /// MB needs 36,000.
        static let reads = 100_000
        /// So many reads are no mere waiting: that is ten a second.
        static let readsThatTell = 5_000
        /// Bytes between two packets: twice the largest. The variants of a playlist are probed one after another.
        static func bytes(_ kind: SourceKind) -> Int64 { kind == .hls ? 32_000_000 : 16_000_000 }
        /// Bytes until an RTSP session plays: what is made of a session's description takes up to 70 times its room.
        static let sessionBytes: Int64 = 1_000_000
        /// Reads until a server's header has ended: 4 KB each.
        static let headerReads = 2_000
        /// One playlist, and all between two packets: what is made of a line takes up to 300 times its room.
        static let playlistBytes: Int64 = 256_000
        static let allPlaylistBytes: Int64 = 1_000_000
        /// Longer ones multiply the room of a playlist.
        static let urlBytes = 2_000
        static let addresses = 200
        /// An intra picture of 8K.
        static let packetBytes = 8_000_000
    }

    private struct Input {
        let context: UnsafeMutablePointer<AVIOContext>
        let isPlaylist: Bool
    }

    private let interrupt: Interrupt
    private let address: SourceAddress
    private(set) var excess: Excess?
    /// A host that it was led to and that may not be fetched from.
    private(set) var foreignHost: String?
    private var inputs: [Input] = []
    /// Addresses of playlists that were fetched while the stream was opened.
    private var playlists: Set<String> = []
    private var reads = 0
    private var connectingSince: Int?
    /// Its session is being set up.
    private var isOpening = true
    private var addresses = 0
    /// Of inputs that are closed.
    private var closedBytes: Int64 = 0
    private var closedPlaylistBytes: Int64 = 0
    private var bytesBefore: Int64 = 0
    private var playlistBytesBefore: Int64 = 0
    private var open: (@convention(c) (Context?, InputContext?, UnsafePointer<CChar>?, Int32, Options?) -> Int32)?
    private var close: (@convention(c) (Context?, UnsafeMutablePointer<AVIOContext>?) -> Int32)?

    private typealias Context = UnsafeMutablePointer<AVFormatContext>
    private typealias InputContext = UnsafeMutablePointer<UnsafeMutablePointer<AVIOContext>?>
    private typealias Options = UnsafeMutablePointer<OpaquePointer?>

    /// On the thread that reads the source.
    init(_ address: SourceAddress, _ interrupt: Interrupt) {
        (self.address, self.interrupt) = (address, interrupt)
        received_begin()
    }

    /// The session plays.
    func opened() {
        isOpening = false
        playlists.removeAll()
    }

    /// Whether something was sent since the last packet, be it of no use.
    var isFed: Bool { reads >= Limit.readsThatTell }

    /// Measures all that a context does; must outlive it.
    func watch(_ context: UnsafeMutablePointer<AVFormatContext>) {
        let this = Unmanaged.passUnretained(self).toOpaque()
        context.pointee.interrupt_callback = AVIOInterruptCB(
            callback: { opaque in opaque.map { Intake.of($0).mayGoOn() ? 0 : 1 } ?? 0 }, opaque: this)
        // What lies on this machine's disk is trusted, and an index of a long recording is large.
        guard !address.kind.isPaced else { return }
        context.pointee.opaque = this
        (open, close) = (context.pointee.io_open, context.pointee.io_close2)
        context.pointee.io_open = { context, input, url, flags, options in
            guard let opaque = context?.pointee.opaque, let input, let url else { return piculet_not_permitted }
            return Intake.of(opaque).open(context, input, url, flags, options)
        }
        context.pointee.io_close2 = { context, input in
            guard let opaque = context?.pointee.opaque, let input else { return 0 }
            return Intake.of(opaque).close(context, input)
        }
    }

    /// More came than may; libavformat may have taken it for the end of a part.
    var isOver: Bool { excess != nil || foreignHost != nil }

    /// A packet of the camera's picture came.
    func take(_ bytes: Int) -> Bool {
        if bytes > Limit.packetBytes, !address.kind.isPaced { excess = excess ?? .packet }
        (reads, addresses) = (0, 0)
        (bytesBefore, playlistBytesBefore) = (total, playlistTotal)
        return excess == nil
    }

    /// A block was refused to it.
    func noteOutOfMemory() { if !address.kind.isPaced { excess = excess ?? .memory } }

    private static func of(_ opaque: UnsafeMutableRawPointer) -> Intake {
        Unmanaged<Intake>.fromOpaque(opaque).takeUnretainedValue()
    }

    private var total: Int64 {
        address.kind == .rtsp ? received_bytes() : inputs.reduce(closedBytes) { $0 + $1.context.pointee.bytes_read }
    }

    private var playlistTotal: Int64 {
        inputs.reduce(closedPlaylistBytes) { $0 + ($1.isPlaylist ? $1.context.pointee.bytes_read : 0) }
    }

    private func mayGoOn() -> Bool {
        reads += 1
        if !address.kind.isPaced { excess = excess ?? measured() }
        return !isOver && !interrupt.isOver
    }

    private func measured() -> Excess? {
        if reads > Limit.reads { return .data }
        if let connectingSince, reads - connectingSince > Limit.headerReads { return .header }
        if total - bytesBefore > Limit.bytes(address.kind) { return .data }
        if isOpening, address.kind == .rtsp, total > Limit.sessionBytes { return .header }
        let isLong = inputs.contains { $0.isPlaylist && $0.context.pointee.bytes_read > Limit.playlistBytes }
        return isLong || playlistTotal - playlistBytesBefore > Limit.allPlaylistBytes ? .playlist : nil
    }

    // MARK: Addresses

    private func open(
        _ context: Context?, _ input: InputContext, _ url: UnsafePointer<CChar>, _ flags: Int32, _ options: Options?
    ) -> Int32 {
        addresses += 1
        if addresses > Limit.addresses { excess = .addresses }
        let wanted = String(cString: url)
        guard mayFetch(wanted), excess == nil, let open else { return piculet_not_permitted }
        // libavformat 5.1 fetches a playlist anew while it tries what the stream is, and then reads its first segment:
        // where the new one has none, it crashes. What it tries is in the segment that it has.
        if playlists.contains(wanted) { return piculet_invalid_data }
        connectingSince = reads
        let result = open(context, input, url, flags, options)
        connectingSince = nil
        guard result >= 0, let opened = input.pointee else { return result }
        let isPlaylist = address.kind == .hls && Self.beginsAsPlaylist(opened)
        inputs.append(Input(context: opened, isPlaylist: isPlaylist))
        if isPlaylist, isOpening { playlists.insert(wanted) }
        // A server may have sent it on to another one.
        if let found = Self.location(of: opened), !mayFetch(found) {
            _ = close(context, opened)
            input.pointee = nil
            return piculet_not_permitted
        }
        return result
    }

    private func close(_ context: Context?, _ input: UnsafeMutablePointer<AVIOContext>) -> Int32 {
        if let index = inputs.firstIndex(where: { $0.context == input }) {
            let bytes = input.pointee.bytes_read
            closedBytes += bytes
            if inputs[index].isPlaylist { closedPlaylistBytes += bytes }
            inputs.remove(at: index)
        }
        return close?(context, input) ?? 0
    }

    private func mayFetch(_ url: String) -> Bool {
        if url.utf8.count > Limit.urlBytes { excess = .addresses }
        guard address.kind == .hls, excess == nil, !address.mayFetch(url) else { return excess == nil }
        foreignHost = SourceAddress.host(of: url) ?? "?"
        return false
    }

    private static func beginsAsPlaylist(_ input: UnsafeMutablePointer<AVIOContext>) -> Bool {
        let start = avio_seek(input, 0, SEEK_CUR)
        var bytes = [UInt8](repeating: 0, count: 7)
        let count = avio_read(input, &bytes, Int32(bytes.count))
        // Still in the buffer: nothing is asked of the server again.
        avio_seek(input, start, SEEK_SET)
        return count == bytes.count && bytes == Array("#EXTM3U".utf8)
    }

    /// Where an answer over HTTP came from.
    private static func location(of input: UnsafeMutablePointer<AVIOContext>) -> String? {
        var text: UnsafeMutablePointer<UInt8>?
        guard av_opt_get(input, "location", AV_OPT_SEARCH_CHILDREN, &text) >= 0, let text else { return nil }
        defer { av_free(text) }
        let found = String(cString: text)
        return found.isEmpty ? nil : found
    }
}
