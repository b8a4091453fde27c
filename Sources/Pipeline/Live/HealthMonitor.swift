import Media

/// Decides how a camera is, from what was heard of it. Knows no clock: each event brings its moment.
package struct HealthMonitor: Sendable {
    /// One moment on both clocks.
    package struct Moment: Sendable {
        package let instant: MonotonicInstant
        package let wall: WallTime

        package init(instant: MonotonicInstant, wall: WallTime) { (self.instant, self.wall) = (instant, wall) }

        /// The wall time of an earlier instant.
        fileprivate func wall(of earlier: MonotonicInstant) -> WallTime { wall + (earlier - instant) }
    }

    /// What ended and what began.
    package struct Change: Hashable, Sendable {
        package let ended: HealthEvent?
        package let began: HealthEvent

        package init(ended: HealthEvent?, began: HealthEvent) { (self.ended, self.began) = (ended, began) }
    }

    private enum Link: Sendable {
        case connecting
        case open(since: MonotonicInstant)
        case failed(SourceFault)
    }

    /// Packets come many times a second; so long without one is a stall.
    package static let stall = Duration.seconds(5)
    /// Keyframes are up to twelve seconds apart.
    package static let longestGroup = Duration.seconds(20)

    private let camera: String
    private let patience: Duration
    private var link = Link.connecting
    private var lastPacket: MonotonicInstant?
    private var lastPicture: MonotonicInstant?
    private var verdict = PictureCheck.Verdict()
    private var untimedSince: MonotonicInstant?
    /// A group became too long to be held, and no picture came since.
    private var isGroupTooLong = false
    package private(set) var current: HealthEvent

    /// - Parameters:
    ///   - policy: how often pictures are decoded.
    ///   - past: the state that had not ended before a restart.
    package init(camera: String, policy: DecodePolicy, past: HealthEvent?, at now: Moment) {
        self.camera = camera
        if case .every(let interval) = policy {
            patience = Self.longestGroup + interval
        } else {
            patience = Self.longestGroup
        }
        current = past ?? HealthEvent(camera: camera, state: .connecting, from: now.wall)
    }

    package mutating func connected(_ now: Moment) -> Change? {
        link = .open(since: now.instant)
        (lastPacket, lastPicture, untimedSince, verdict) = (now.instant, nil, nil, .init())
        isGroupTooLong = false
        return judge(now)
    }

    package mutating func packet(isUntimed: Bool, _ now: Moment) -> Change? {
        lastPacket = now.instant
        untimedSince = isUntimed ? untimedSince ?? now.instant : nil
        guard current.state == .stalled || (current.state == .untimed) != isUntimed else { return nil }
        return judge(now)
    }

    package mutating func picture(_ verdict: PictureCheck.Verdict, _ now: Moment) -> Change? {
        lastPicture = now.instant
        isGroupTooLong = false
        self.verdict = verdict
        return judge(now)
    }

    /// A group of pictures became too long to be held until a look was due: if no picture comes, this is why.
    package mutating func gaveUpGroup(_ now: Moment) -> Change? {
        isGroupTooLong = true
        return judge(now)
    }

    package mutating func failed(_ fault: SourceFault, _ now: Moment) -> Change? {
        link = fault.reason == .cancelled ? .connecting : .failed(fault)
        return judge(now)
    }

    /// Asked each second: silence is no event.
    package mutating func tick(_ now: Moment) -> Change? { judge(now) }

    /// Ends the current state: the camera is watched no longer.
    package func end(_ now: Moment) -> HealthEvent {
        var ended = current
        ended.to = now.wall
        return ended
    }

    private mutating func judge(_ now: Moment) -> Change? {
        guard let (state, since, reason) = state(now), state != current.state else { return nil }
        var ended = current
        ended.to = max(now.wall(of: since), current.from)
        let began = HealthEvent(camera: camera, state: state, from: ended.to ?? now.wall, reason: reason)
        current = began
        return Change(ended: ended, began: began)
    }

    /// nil: nothing new can be said.
    private func state(_ now: Moment) -> (HealthState, MonotonicInstant, Words)? {
        switch link {
        case .connecting: return nil
        case .failed(let fault):
            let state: HealthState =
                switch fault.reason {
                case .refused: .refused
                case .wrongCodec: .wrongCodec
                default: .offline
                }
            return (state, now.instant, fault.words)
        case .open(let opened): return open(since: opened, now)
        }
    }

    private func open(since opened: MonotonicInstant, _ now: Moment) -> (HealthState, MonotonicInstant, Words)? {
        if let lastPacket, now.instant - lastPacket >= Self.stall {
            return (.stalled, lastPacket, .stalled)
        }
        let seen = lastPicture ?? opened
        if now.instant - seen >= patience {
            return (.undecodable, seen, isGroupTooLong ? .groupTooLong : .undecodable)
        }
        guard lastPicture != nil else { return nil }
        for fault in PictureFault.allCases {
            if let since = verdict.since[fault], verdict.tells(fault, at: now.instant) {
                return (fault.state, since, fault.words)
            }
        }
        if let untimedSince {
            return (.untimed, untimedSince, .untimed)
        }
        return (.live, now.instant, .none)
    }
}

extension Words {
    fileprivate static let stalled = Words(zh: "连接正常，但没有数据。", en: "nothing comes, though the connection stands")
    fileprivate static let undecodable = Words(
        zh: "有数据，但无法解码出画面。", en: "packets come, but no picture can be made of them")
    fileprivate static let groupTooLong = Words(
        zh: "关键帧相隔太远，等不到该看的画面。请将摄像机的关键帧间隔设为几秒。",
        en: "its keyframes are too far apart to hold its packets until a picture is due; "
            + "set its keyframe interval to a few seconds")
    fileprivate static let untimed = Words(
        zh: "时间戳不前进，改用到达时间。", en: "its timestamps do not advance; the time of arrival is used")
}
