import CFFmpeg
import Media

/// Replaces a stream's timestamps with repaired ones, in microseconds since its first packet.
struct PacketStamper {
    private var clock = PacketClock()
    /// From the stream's timestamps to media time; a new one after each break.
    private var offset: Int64?

    var now: MediaTime { MediaTime(microseconds: clock.now) }
    /// How many packets in a row had no timestamp of use.
    var guesses: Int { clock.guesses }

    /// - Parameter isReordered: whether pictures are shown in another order than decoded, as far as known.
    mutating func stamp(_ packet: Packet, timeBase: AVRational, isReordered: Bool) {
        func micro(_ value: Int64) -> Int64? {
            value == piculet_nopts ? nil : av_rescale_q(value, timeBase, AVRational(num: 1, den: 1_000_000))
        }
        let shown = micro(packet.pointer.pointee.pts)
        // Without re-ordering a picture is shown when it is decoded.
        let decoded = micro(packet.pointer.pointee.dts) ?? (isReordered ? nil : shown)
        let time = clock.next(decoded)
        packet.time = MediaTime(microseconds: time)
        packet.pointer.pointee.dts = time
        packet.pointer.pointee.pts = piculet_nopts
        guard let stamp = shown ?? decoded else { return }
        if offset == nil || !clock.isUnbroken {
            offset = time.subtractingReportingOverflow(decoded ?? stamp).partialValue
        }
        guard let offset, shown != nil else { return }
        // A picture is shown near the time it is decoded; what says otherwise is not trusted.
        let (presented, distance) = (stamp &+ offset, (stamp &+ offset).subtractingReportingOverflow(time))
        if !distance.overflow, distance.partialValue.magnitude < 10_000_000 {
            packet.pointer.pointee.pts = presented
        }
    }
}
