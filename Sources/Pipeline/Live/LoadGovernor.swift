import Media

/// Decides which cameras are looked at less often when the machine cannot keep up: the quietest first, every second group
/// of theirs, then every fourth and every eighth; the others as they were. Asked once a second; knows no clock.
package struct LoadGovernor: Sendable {
    /// What a camera says of itself.
    package struct Camera: Sendable {
        package let id: String
        /// How much moves there, and whether something is under way; larger is livelier.
        package let activity: Double

        package init(id: String, activity: Double) { (self.id, self.activity) = (id, activity) }
    }

    /// What takes longer is late.
    private static let late = Duration.milliseconds(1500)
    /// One late second is a hitch of the machine, from which every camera recovers by itself; so many on end are overload.
    private static let lateBefore = 2
    /// Seconds of calm before anything is given back, and between two steps back.
    private static let calmBefore = 10
    private static let calmBetween = 2
    /// Every eighth group is the least.
    private static let mostDoublings = 3

    /// How many doublings of a distance between looks are spread over the cameras.
    private var doublings = 0
    private var calm = 0
    private var lateness = 0

    package init() {}

    package var isThinning: Bool { doublings > 0 }

    /// - Parameters:
    ///   - wait: the longest from a packet's coming to the end of its look, of the last second.
    ///   - dropped: how many packets found no room meanwhile.
    /// - Returns: which group of each camera is looked at, 1 (every one), 2, 4 or 8.
    package mutating func decide(wait: Duration, dropped: Int, cameras: [Camera]) -> [String: Int] {
        let most = Self.mostDoublings * cameras.count
        if wait > Self.late || dropped > 0 {
            calm = 0
            lateness += 1
            if lateness >= Self.lateBefore { doublings = min(doublings + max(1, cameras.count / 8), most) }
        } else {
            lateness = 0
            calm += 1
            if calm >= Self.calmBefore {
                calm = Self.calmBefore - Self.calmBetween
                doublings = max(doublings - max(1, cameras.count / 16), 0)
            }
        }
        doublings = min(doublings, most)
        guard doublings > 0 else { return [:] }
        let quietestFirst = cameras.sorted { ($0.activity, $0.id) < ($1.activity, $1.id) }
        let (each, rest) = (doublings / cameras.count, doublings % cameras.count)
        var strides: [String: Int] = [:]
        for (rank, camera) in quietestFirst.enumerated() {
            let stride = 1 << (each + (rank < rest ? 1 : 0))
            if stride > 1 { strides[camera.id] = stride }
        }
        return strides
    }
}
