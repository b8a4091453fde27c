import CFFmpeg
import Media

/// One compressed unit of a stream; owns its memory.
package final class Packet: @unchecked Sendable {
    // Sendable: written by the reader before it is handed on, only read afterwards.
    let pointer: UnsafeMutablePointer<AVPacket>
    /// When it is decoded, since the first packet of the stream.
    package internal(set) var time = MediaTime.zero

    init() {
        guard let made = av_packet_alloc() else { fatalError("out of memory for a packet") }
        pointer = made
    }

    deinit {
        var mine: UnsafeMutablePointer<AVPacket>? = pointer
        av_packet_free(&mine)
    }

    /// Packed MPEG-4 marks placeholders of a few bytes as keyframes: they hold no picture.
    package var isKeyframe: Bool { pointer.pointee.flags & AV_PKT_FLAG_KEY != 0 && bytes > 8 }
    /// Whether its picture is an IDR picture: of H.264 in Annex B, by the first slice (ITU-T H.264, table 7-1).
    var isIDR: Bool {
        guard let data = pointer.pointee.data else { return false }
        var at = 0
        while at + 3 < bytes {
            guard data[at] == 0, data[at + 1] == 0, data[at + 2] == 1 else {
                at += 1
                continue
            }
            switch data[at + 3] & 31 {
            case 1...4: return false
            case 5: return true
            default: at += 4
            }
        }
        return false
    }

    package var bytes: Int { Int(pointer.pointee.size) }

    /// Moves the packet, with the time its picture is shown, to another time. Before it is handed on.
    package func move(to new: MediaTime) {
        if pointer.pointee.pts != piculet_nopts {
            pointer.pointee.pts = new.microseconds.addingAtMost(
                pointer.pointee.pts.subtractingAtMost(time.microseconds))
        }
        pointer.pointee.dts = new.microseconds
        time = new
    }
}
