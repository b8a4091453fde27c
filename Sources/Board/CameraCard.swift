import Media

/// A camera and how it is, as screens show it. Times are milliseconds of wall time.
package struct CameraCard: Codable, Sendable, Hashable {
    package let id: String
    package let name: String
    /// Without its secrets.
    package let source: String
    package private(set) var state: HealthState
    package private(set) var stateName: Words
    package private(set) var isFault: Bool
    package private(set) var since: Int64
    package private(set) var reason: Words

    package init(id: String, name: String, source: String, health: HealthEvent) {
        (self.id, self.name, self.source) = (id, name, source)
        (state, stateName, isFault) = (health.state, health.state.words, health.state.isFault)
        (since, reason) = (health.from.milliseconds, health.reason)
    }

    mutating func take(_ health: HealthEvent) {
        self = CameraCard(id: id, name: name, source: source, health: health)
    }
}

/// What watching a camera took since the daemon started: it changes with every packet, so screens are told of it seldom.
package struct CameraFigures: Codable, Sendable, Hashable {
    package let camera: String
    /// Wall time of the last look in milliseconds; nil: none yet.
    package let lookedAt: Int64?
    package let policy: Words
    /// Something moves, and every picture is decoded.
    package let isBursting: Bool
    /// Of how many groups of pictures one is looked at; above 1: the machine cannot keep up.
    package let stride: Int
    package let received: Int
    package let decoded: Int
    package let looked: Int
    package let bytes: Int
    package let cpuMilliseconds: Int
    /// Pictures that a network looked at, and the CPU that took: a part of the above.
    package let networkLooks: Int
    package let networkMilliseconds: Int
    /// Over how many hours its algorithms learned what the place usually looks like; nil: they learn nothing of the kind.
    package let learnedHours: Int?

    package init(
        camera: String, lookedAt: Int64?, policy: Words, isBursting: Bool, stride: Int, received: Int, decoded: Int,
        looked: Int, bytes: Int, cpuMilliseconds: Int, networkLooks: Int = 0, networkMilliseconds: Int = 0,
        learnedHours: Int? = nil
    ) {
        (self.camera, self.lookedAt, self.policy) = (camera, lookedAt, policy)
        (self.isBursting, self.stride) = (isBursting, stride)
        (self.received, self.decoded, self.looked) = (received, decoded, looked)
        (self.bytes, self.cpuMilliseconds) = (bytes, cpuMilliseconds)
        (self.networkLooks, self.networkMilliseconds) = (networkLooks, networkMilliseconds)
        self.learnedHours = learnedHours
    }
}

/// What happened to a camera, with its duration. Times are milliseconds of wall time.
package struct HealthLine: Codable, Sendable, Hashable {
    package let camera: String
    package let stateName: Words
    package let isFault: Bool
    package let from: Int64
    /// nil: it lasts.
    package internal(set) var to: Int64?
    package let reason: Words

    init(_ event: HealthEvent) {
        (camera, stateName, isFault) = (event.camera, event.state.words, event.state.isFault)
        (from, to, reason) = (event.from.milliseconds, event.to?.milliseconds, event.reason)
    }
}

/// What concerns the whole. Time is milliseconds of wall time.
package struct AlarmLine: Codable, Sendable, Hashable {
    package let words: Words
    package let since: Int64

    package init(_ words: Words, since: Int64) { (self.words, self.since) = (words, since) }
}
