/// What is new since a page was last told: lists that changed are sent whole, of the cameras only those that changed,
/// for there may be hundreds and each looks every second or two.
struct ConsoleNews: Codable, Sendable, Hashable {
    /// The server's time, so that clocks run right on a machine whose own is wrong.
    let now: Int64
    let timeZone: String
    let cases: [ConsoleState.Case]?
    let cameras: [ConsoleState.Camera]?
    /// The ids of all cameras in their order, when it changed.
    let order: [String]?
    let events: [ConsoleState.Event]?
    let alarms: [ConsoleState.Alarm]?

    /// - Parameter old: what the page knows; nil: nothing yet.
    init(from old: ConsoleState?, to new: ConsoleState, now: Int64) {
        (self.now, timeZone) = (now, new.timeZone)
        cases = new.cases == old?.cases ? nil : new.cases
        events = new.events == old?.events ? nil : new.events
        alarms = new.alarms == old?.alarms ? nil : new.alarms
        let known = Set(old?.cameras ?? [])
        let changed = new.cameras.filter { !known.contains($0) }
        cameras = changed.isEmpty ? nil : changed
        let ids = new.cameras.map(\.id)
        order = ids == old?.cameras.map(\.id) ? nil : ids
    }

    var isEmpty: Bool { cases == nil && cameras == nil && order == nil && events == nil && alarms == nil }
}
