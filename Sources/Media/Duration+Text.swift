extension Duration {
    /// The longest that can be configured: a hundred years.
    package static let longest = Duration.seconds(36_500 * 86400)

    /// The duration in whole microseconds, rounded towards zero; 292,000 years at most.
    package var wholeMicroseconds: Int64 {
        components.seconds.multipliedAtMost(by: 1_000_000)
            .addingAtMost(components.attoseconds / 1_000_000_000_000)
    }

    package var inSeconds: Double { Double(wholeMicroseconds) / 1_000_000 }

    /// Reads what the configuration writes: `10s`, `1.5s`, `3m`, `2h`, `90d`, `250ms`; nil for what is none, or more than
    /// `longest`.
    package init?(configured text: String) {
        let units: [(suffix: String, seconds: Double)] = [
            ("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400),
        ]
        for unit in units where text.hasSuffix(unit.suffix) {
            guard let amount = Double(text.dropLast(unit.suffix.count)), amount >= 0,
                amount * unit.seconds <= Self.longest.inSeconds
            else {
                continue
            }
            self = .microseconds(Int64((amount * unit.seconds * 1_000_000).rounded()))
            return
        }
        return nil
    }

    /// A share of it, to the millisecond.
    package func scaled(by share: Double) -> Duration {
        .milliseconds(Int64(clamping: inSeconds * share * 1000))
    }

    /// Seconds without needless zeros: `1`, `0.5`.
    package var secondsText: String {
        let seconds = inSeconds
        return seconds == seconds.rounded() ? "\(Int64(seconds))" : "\(seconds)"
    }

    /// `28:00`, `1:02:03`: minutes and seconds, with hours where there are any.
    package var clockText: String {
        let total = wholeMicroseconds / 1_000_000
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes, seconds) = (total / 3600, total / 60 % 60, total % 60)
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(seconds))" : "\(two(minutes)):\(two(seconds))"
    }
}
