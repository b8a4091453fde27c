import Media

/// All that the console shows, as it goes to the page: times are milliseconds of wall time.
package struct ConsoleState: Codable, Sendable, Hashable {
    /// What watching a camera took since the daemon started.
    package struct Work: Codable, Sendable, Hashable {
        package let policyZH: String
        package let policyEN: String
        /// Something moves, and every picture is decoded.
        package let isBursting: Bool
        /// Of how many groups of pictures one is looked at; above 1: the machine cannot keep up.
        package let stride: Int
        package let received: Int
        package let decoded: Int
        package let looked: Int
        package let bytes: Int
        package let cpuMilliseconds: Int

        package init(
            policy: DecodePolicy, isBursting: Bool, stride: Int, received: Int, decoded: Int, looked: Int, bytes: Int,
            cpuMilliseconds: Int
        ) {
            (policyZH, policyEN) = (policy.nameZH, "\(policy)")
            (self.isBursting, self.stride) = (isBursting, stride)
            (self.received, self.decoded, self.looked) = (received, decoded, looked)
            (self.bytes, self.cpuMilliseconds) = (bytes, cpuMilliseconds)
        }
    }

    package struct Camera: Codable, Sendable, Hashable {
        package let id: String
        package let name: String
        /// Without its secrets.
        package let source: String
        package let state: HealthState
        package let stateZH: String
        package let stateEN: String
        package let isFault: Bool
        package let since: Int64
        package let reason: Words
        /// The last look; nil: none yet.
        package let lookedAt: Int64?
        package let openCases: Int
        /// nil: it is not watched.
        package let work: Work?

        package init(
            id: String, name: String, source: String, health: HealthEvent, lookedAt: Int64?, openCases: Int,
            work: Work?
        ) {
            (self.id, self.name, self.source) = (id, name, source)
            (state, stateZH, stateEN) = (health.state, health.state.nameZH, health.state.nameEN)
            (isFault, since, reason) = (health.state.isFault, health.from.milliseconds, health.reason)
            (self.lookedAt, self.openCases, self.work) = (lookedAt, openCases, work)
        }
    }

    /// What happened to a camera, with its duration.
    package struct Event: Codable, Sendable, Hashable {
        package let camera: String
        package let stateZH: String
        package let stateEN: String
        package let isFault: Bool
        package let from: Int64
        package let to: Int64?
        package let reason: Words

        package init(_ event: HealthEvent) {
            (camera, stateZH, stateEN) = (event.camera, event.state.nameZH, event.state.nameEN)
            (isFault, from, to, reason) = (
                event.state.isFault, event.from.milliseconds, event.to?.milliseconds, event.reason
            )
        }
    }

    /// What concerns the whole.
    package struct Alarm: Codable, Sendable, Hashable {
        package let words: Words
        package let since: Int64

        package init(_ words: Words, since: Int64) { (self.words, self.since) = (words, since) }
    }

    /// The configured time zone, `Asia/Shanghai`: all times are shown in it, wherever the page is opened.
    package let timeZone: String
    package let cases: [Case]
    package let cameras: [Camera]
    package let events: [Event]
    package let alarms: [Alarm]

    package init(timeZone: String, cases: [Case], cameras: [Camera], events: [Event], alarms: [Alarm]) {
        (self.timeZone, self.cases, self.cameras) = (timeZone, cases, cameras)
        (self.events, self.alarms) = (events, alarms)
    }
}
