import Media

/// An account as it is kept.
extension ClockAccount: KeptAsText {
    /// `1780000000000 running 1780000000000 0 2.0 urgent_hour 2026`: when it was started, its state and since when, what was
    /// used in microseconds, the limit (two dashes: none), the calendar.
    package var text: String {
        let (name, since): (String, WallTime) =
            switch state {
            case .running(let since): ("running", since)
            case .paused(let since): ("paused", since)
            case .stopped(let at): ("stopped", at)
            }
        return "\(startedAt.milliseconds) \(name) \(since.milliseconds) \(used.wholeMicroseconds) "
            + "\(limit?.text ?? "- -") \(calendar)"
    }

    package init?(text: String) {
        let words = text.split(separator: " ", maxSplits: 6)
        guard words.count == 7, let started = Int64(words[0]).flatMap(WallTime.init(kept:)),
            let moment = Int64(words[2]).flatMap(WallTime.init(kept:)), let used = Int64(words[3]), used >= 0
        else { return nil }
        let state: State
        switch words[1] {
        case "running": state = .running(since: moment)
        case "paused": state = .paused(since: moment)
        case "stopped": state = .stopped(at: moment)
        default: return nil
        }
        var limit: Limit?
        if words[4] != "-" {
            limit = Limit(text: "\(words[4]) \(words[5])")
            if limit == nil { return nil }
        }
        self.init(
            startedAt: started, state: state, used: .microseconds(used), limit: limit,
            calendar: String(words[6]))
    }
}

extension CaseClock.Run: KeptAsText {
    /// The round, the steps taken, and the account: `1 0 1780000000000 running ...`.
    package var text: String { "\(round) \(warned) \(account.text)" }

    package init?(text: String) {
        let words = text.split(separator: " ", maxSplits: 2)
        // No case has a million rounds, no round a million steps.
        guard words.count == 3, let round = Int(words[0]), let warned = Int(words[1]), (0...1_000_000).contains(round),
            (0...1_000_000).contains(warned),
            let account = ClockAccount(text: String(words[2]))
        else { return nil }
        self.init(account: account, round: round, warned: warned)
    }
}
