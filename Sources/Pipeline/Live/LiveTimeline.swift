import Media

/// Gives the packets of all a camera's connections one media time that goes on over breaks: it starts with the camera,
/// follows the stream's own distances, and stays near the time of arrival.
package struct LiveTimeline: Sendable {
    /// A stream whose clock runs away further than this is set right.
    private static let mostApart = Duration.seconds(5)

    private let epoch: MonotonicInstant
    private var offset: Duration?
    private var last: MediaTime?

    /// - Parameter epoch: media zero.
    package init(epoch: MonotonicInstant) { self.epoch = epoch }

    /// A new connection: its timestamps say nothing of the old ones.
    package mutating func reconnected() { offset = nil }

    /// - Parameters:
    ///   - stream: the packet's time since its connection's first.
    ///   - arrived: when it came.
    ///   - isUntimed: the stream's timestamps are of no use.
    /// - Returns: the packet's media time; always later than the one before.
    package mutating func time(stream: MediaTime, arrived: MonotonicInstant, isUntimed: Bool) -> MediaTime {
        let arrival = MediaTime.zero + (arrived - epoch)
        var time = arrival
        if let offset, !isUntimed { time = stream + offset }
        let apart = time - arrival
        if offset == nil || isUntimed || apart > Self.mostApart || apart < .zero - Self.mostApart {
            offset = arrival - stream
            time = arrival
        }
        if let last, time <= last { time = last + .milliseconds(1) }
        last = time
        return time
    }

    /// When a packet is due that must be held back to live pace.
    package func due(_ time: MediaTime) -> MonotonicInstant { epoch + (time - .zero) }
}
