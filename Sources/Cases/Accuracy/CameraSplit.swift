/// To which half of a dataset a camera belongs: what is learned from one is never judged on it.
package enum CameraSplit: String, CaseIterable, Sendable, Codable {
    case development, judging

    /// Of a hundred cameras, about.
    private static let judged: UInt64 = 30

    /// The same for ever, whatever other cameras there are: by a hash of its id (FNV-1a, 64 bit).
    package init(camera id: String) {
        let hash = id.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        self = (hash ^ (hash >> 32)) % 100 < Self.judged ? .judging : .development
    }
}
