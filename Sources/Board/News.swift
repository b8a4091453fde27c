import Media

/// What is new since a reader was last told; a part that is nil has not changed. Goes to screens as JSON.
package struct News: Codable, Sendable, Hashable {
    /// The server's time in milliseconds, so that clocks run right on a machine whose own is wrong.
    package let now: Int64
    /// What the reader knows with this: to be given when it asks again.
    package let version: Int
    /// It is everything: what the reader knew before is void.
    package let isWhole: Bool
    /// There is more at once.
    package let hasMore: Bool
    /// All times are shown in it, wherever the page is opened: `Asia/Shanghai`.
    package let timeZone: String
    /// Cases that are new or changed, and the numbers of those that ended.
    package internal(set) var cases: [CaseCard]?
    package internal(set) var gone: [String]?
    /// Cameras that are new or whose health changed.
    package internal(set) var cameras: [CameraCard]?
    package internal(set) var figures: [CameraFigures]?
    /// The ids of all cameras in their order: one that is not among them is not watched any more.
    package internal(set) var order: [String]?
    /// What happened to cameras, new or ended. One is known by its camera and `from`.
    package internal(set) var events: [HealthLine]?
    /// All alarms.
    package internal(set) var alarms: [AlarmLine]?
    /// How often each algorithm was right in the street.
    package internal(set) var accuracy: [AccuracyLine]?

    init(now: Int64, version: Int, isWhole: Bool, hasMore: Bool, timeZone: String) {
        (self.now, self.version, self.isWhole) = (now, version, isWhole)
        (self.hasMore, self.timeZone) = (hasMore, timeZone)
    }
}
