import Media

/// Keeps the packets of the last groups of pictures, whole groups only, bounded in time and in bytes.
package struct PacketRing<Packet> {
    private struct Group {
        let began: MediaTime
        var packets: [Packet] = []
        var bytes = 0
    }

    /// However small packets are, each costs some memory.
    private static var leastBytes: Int { 1024 }

    private let longest: Duration
    private let mostBytes: Int
    private var groups: [Group] = []
    private var count = 0
    package private(set) var bytes = 0

    /// - Parameters:
    ///   - longest: how far back it reaches.
    ///   - mostBytes: the newest group is given up too when it alone is larger.
    package init(longest: Duration, mostBytes: Int) { (self.longest, self.mostBytes) = (longest, mostBytes) }

    package mutating func append(_ packet: Packet, time: MediaTime, isKeyframe: Bool, bytes size: Int) {
        if isKeyframe { groups.append(Group(began: time)) }
        // What comes before the first keyframe, or after a group that was given up, cannot be decoded.
        guard !groups.isEmpty else { return }
        groups[groups.count - 1].packets.append(packet)
        groups[groups.count - 1].bytes += size
        bytes += size
        count += 1
        // A group is dropped when the one after it is old enough to reach back far enough by itself.
        while groups.count > 1, time - groups[1].began >= longest || isFull { dropFirst() }
        if isFull { dropFirst() }
    }

    private var isFull: Bool { bytes > mostBytes || count > mostBytes / Self.leastBytes }

    package mutating func removeAll() {
        groups.removeAll()
        (bytes, count) = (0, 0)
    }

    /// Oldest first; the first is a keyframe.
    package var packets: [Packet] { groups.flatMap(\.packets) }

    private mutating func dropFirst() {
        bytes -= groups[0].bytes
        count -= groups[0].packets.count
        groups.removeFirst()
    }
}
