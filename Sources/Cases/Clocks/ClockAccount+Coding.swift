import Media

/// An account as it is kept: one line of text, for there are hundreds of thousands, and each line that is read or written
/// as a map of maps costs ten times as much.
extension ClockAccount {
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

    package init?(text: some StringProtocol) {
        let words = text.split(separator: " ", maxSplits: 6)
        guard words.count == 7, let started = Int64(words[0]), let since = Int64(words[2]), let used = Int64(words[3])
        else { return nil }
        let moment = WallTime(milliseconds: since)
        let state: State
        switch words[1] {
        case "running": state = .running(since: moment)
        case "paused": state = .paused(since: moment)
        case "stopped": state = .stopped(at: moment)
        default: return nil
        }
        var limit: Limit?
        if words[4] != "-" {
            guard let amount = Double(words[4]), amount > 0, let limitClass = Limit.Class(rawValue: String(words[5]))
            else { return nil }
            limit = Limit(amount, limitClass)
        }
        self.init(
            startedAt: WallTime(milliseconds: started), state: state, used: .microseconds(used), limit: limit,
            calendar: String(words[6]))
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let account = ClockAccount(text: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no time account")
        }
        self = account
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension CaseClock.Run {
    /// The round, the steps taken, and the account: `1 0 1780000000000 running ...`.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        let words = text.split(separator: " ", maxSplits: 2)
        guard words.count == 3, let round = Int(words[0]), let warned = Int(words[1]),
            let account = ClockAccount(text: words[2])
        else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no run of a clock")
        }
        self.init(account: account, round: round, warned: warned)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode("\(round) \(warned) \(account.text)")
    }
}
