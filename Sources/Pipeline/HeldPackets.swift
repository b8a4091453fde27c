/// Packets of one group that wait until it is known whether they are decoded. Bounded: a stream without keyframes would
/// fill the memory.
struct HeldPackets<Packet> {
    /// What the smallest packet costs in memory.
    private static var leastWeight: Int { 1024 }

    private let mostBytes: Int
    private var bytes = 0
    private(set) var packets: [Packet] = []

    init(mostBytes: Int) { self.mostBytes = mostBytes }

    var isEmpty: Bool { packets.isEmpty }

    /// - Returns: how many packets were given up: 0, or all with this one, when they became too many.
    mutating func append(_ packet: Packet, bytes size: Int) -> Int {
        packets.append(packet)
        bytes += max(size, Self.leastWeight)
        guard bytes > mostBytes else { return 0 }
        defer { removeAll() }
        return packets.count
    }

    mutating func removeAll() {
        packets.removeAll()
        bytes = 0
    }
}
