import CityAlgorithms
import Media
import Testing

/// What a rule makes of a thing that stands for hours while permits and schedules come and go.
@Suite struct PermitTests {
    private let inside = Box(x: 0.4, y: 0.59, width: 0.1, height: 0.1)
    /// The same thing, reaching over the edge of the strip.
    private let across = Box(x: 0.4, y: 0.63, width: 0.1, height: 0.1)
    private let strip = Polygon([
        Point(x: 0.2, y: 0.2), Point(x: 0.7, y: 0.2), Point(x: 0.7, y: 0.7), Point(x: 0.2, y: 0.7),
    ])

    private func permit(_ id: String = "night", _ when: String? = "20:00-07:00") -> Zone {
        Zone(
            id: id, kind: .permit, polygon: strip, allows: ["x"], when: when.flatMap { DailyWindow(configured: $0) })
    }

    private func rule(_ permits: [Zone], schedule: String? = nil) -> HitRule {
        HitRule(
            terms: .init(
                lasting: .seconds(180), gap: .seconds(6), enter: 1, leave: 0.8,
                schedule: schedule.flatMap { DailyWindow(configured: $0) }), permits: permits)
    }

    private static func clock(_ text: String) -> Int {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        return (parts[0] * 60 + parts[1]) * 60 + (parts.count > 2 ? parts[2] : 0)
    }

    /// Media time is local time here; a day later is 24 hours more.
    private func at(_ text: String, day: Int = 0) -> MediaTime {
        MediaTime(seconds: Double(Self.clock(text) + day * 86400))
    }

    /// What was told, each with its time of day in seconds, of a thing that has stood there since six in the morning.
    private func watch(
        _ rule: inout HitRule, from: MediaTime, to: MediaTime, every seconds: Int64 = 2,
        box: (MediaTime) -> Box?
    ) -> [(MediaTime, HitRule.Outcome)] {
        var told: [(MediaTime, HitRule.Outcome)] = []
        for second in stride(
            from: from.microseconds / 1_000_000, through: to.microseconds / 1_000_000, by: Int(seconds))
        {
            let now = MediaTime(seconds: Double(second))
            let seen = box(now).map { [Observation(since: at("06:00"), box: $0, measure: 1, score: 0.9)] } ?? []
            let outcomes = rule.take(seen, at: now, timeOfDay: .seconds(second % 86400))
            told += outcomes.filter { if case .sustained = $0 { false } else { true } }.map { (now, $0) }
        }
        return told
    }

    private func words(_ told: [(MediaTime, HitRule.Outcome)]) -> [String] {
        func clock(_ time: MediaTime) -> String {
            let second = Int(time.microseconds / 1_000_000) % 86400
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
        }
        return told.map { time, outcome in
            switch outcome {
            case .hit(let startedAt, _, _, _, _): "\(clock(time)) hit since \(clock(startedAt))"
            case .permitted(let zone, _): "\(clock(time)) permitted by \(zone)"
            case .ended: "\(clock(time)) ended"
            case .sustained: "\(clock(time)) sustained"
            }
        }
    }

    @Test func `a stall that is still there when the permit ends is a hit again`() {
        var rule = rule([permit()])
        let told = watch(&rule, from: at("19:50"), to: at("07:30", day: 1)) { _ in inside }
        #expect(
            words(told) == [
                "19:50:00 hit since 07:00:00", "20:00:00 permitted by night", "20:00:06 ended",
                "07:03:00 hit since 07:00:00",
            ])
        guard case .hit(let startedAt, _, _, _, _)? = told.last?.1 else { return }
        #expect(startedAt == at("07:00", day: 1))
    }

    @Test func `a first hit after the permit does not carry last evening's start`() {
        var rule = rule([permit()])
        let told = watch(&rule, from: at("22:00"), to: at("07:30", day: 1)) { _ in inside }
        #expect(words(told) == ["22:00:00 permitted by night", "07:03:00 hit since 07:00:00"])
    }

    @Test func `a stall that was hidden when the permit ended does not carry last evening's start`() {
        var rule = rule([permit()])
        let told = watch(&rule, from: at("22:00"), to: at("07:30", day: 1)) {
            $0 > at("06:59", day: 1) && $0 < at("07:10", day: 1) ? nil : inside
        }
        #expect(words(told) == ["22:00:00 permitted by night", "07:10:00 hit since 07:00:00"])
    }

    @Test func `one permit may follow another, over midnight too`() {
        var rule = rule([permit("evening", "20:00-24:00"), permit("night", "00:00-07:00")])
        let told = watch(&rule, from: at("22:00"), to: at("07:30", day: 1)) { _ in inside }
        #expect(words(told) == ["22:00:00 permitted by evening", "07:03:00 hit since 07:00:00"])
    }

    @Test func `what reaches over the edge of the strip was never allowed`() {
        var rule = rule([permit()])
        let told = watch(&rule, from: at("19:50"), to: at("07:30", day: 1)) { _ in across }
        #expect(words(told) == ["19:50:00 hit since 06:00:00"])
    }

    @Test func `what is inside the strip for a moment only stays one hit`() {
        var rule = rule([permit()])
        let told = watch(&rule, from: at("20:30"), to: at("21:00")) {
            $0.microseconds % 10_000_000 == 0 ? inside : across
        }
        #expect(
            words(told) == [
                "20:30:00 permitted by night", "20:33:02 hit since 20:30:02", "20:33:10 permitted by night",
            ])
    }

    @Test func `what moves out of the strip is a hit when it lasted outside`() {
        var rule = rule([permit()])
        let told = watch(&rule, from: at("21:00"), to: at("21:30")) { $0 < at("21:10") ? inside : across }
        #expect(words(told) == ["21:00:00 permitted by night", "21:13:00 hit since 21:10:00"])
    }

    @Test func `a permit between two looks counts too`() {
        var rule = rule([permit("lunch", "12:00-12:10")])
        let told = watch(&rule, from: at("11:45"), to: at("12:45"), every: 30 * 60) { _ in inside }
        #expect(words(told) == ["11:45:00 hit since 06:00:00", "12:15:00 ended", "12:15:00 hit since 12:10:00"])
    }

    @Test func `each night is told once`() {
        var rule = rule([permit()])
        let told = watch(&rule, from: at("19:00"), to: at("21:00", day: 1), every: 6) { _ in inside }
        #expect(
            words(told) == [
                "19:00:00 hit since 07:00:00", "20:00:00 permitted by night", "20:00:06 ended",
                "07:03:00 hit since 07:00:00", "20:00:00 permitted by night", "20:00:06 ended",
            ])
    }

    @Test func `what stands when the schedule begins counts from its beginning`() {
        var rule = rule([], schedule: "08:00-20:00")
        let told = watch(&rule, from: at("07:50"), to: at("08:30", day: 1)) { _ in inside }
        #expect(words(told) == ["08:03:00 hit since 08:00:00", "08:03:00 hit since 08:00:00"])
        var late = self.rule([], schedule: "08:00-20:00")
        let seenLate = watch(&late, from: at("09:00"), to: at("09:30")) { _ in inside }
        #expect(words(seenLate) == ["09:00:00 hit since 08:00:00"])
    }

    @Test func `a schedule that was closed between two looks begins anew`() {
        var rule = rule([], schedule: "12:10-12:00")
        let told = watch(&rule, from: at("11:45"), to: at("12:45"), every: 30 * 60) { _ in inside }
        #expect(words(told) == ["11:45:00 hit since 06:00:00", "12:15:00 hit since 12:10:00"])
    }

    @Test func `a schedule of the whole day never begins`() {
        var rule = rule([], schedule: "00:00-24:00")
        let told = watch(&rule, from: at("23:50"), to: at("00:30", day: 1)) { _ in inside }
        #expect(words(told) == ["23:50:00 hit since 06:00:00"])
    }

    @Test func `other runs that are hits are named when a permit ends one`() {
        var rule = rule([permit()])
        let outside = Box(x: 0.8, y: 0.8, width: 0.1, height: 0.1)
        var ends: [[Box]] = []
        for second in stride(from: Self.clock("19:50"), to: Self.clock("20:10"), by: 2) {
            let seen = [inside, outside].map { Observation(since: at("06:00"), box: $0, measure: 1, score: 1) }
            for case .ended(_, let others) in rule.take(
                seen, at: MediaTime(seconds: Double(second)), timeOfDay: .seconds(second))
            { ends.append(others) }
        }
        #expect(ends == [[outside]])
    }

    @Test func `what begins anew must last anew, and what went away is nothing`() {
        var rule = rule([])
        let first = watch(&rule, from: at("09:00"), to: at("09:10")) { _ in inside }
        #expect(words(first) == ["09:00:00 hit since 06:00:00"])
        rule.startAnew(at: [inside], now: at("09:10:01"))
        var other = rule
        let stayed = watch(&rule, from: at("09:10:02"), to: at("09:30")) { _ in inside }
        #expect(words(stayed) == ["09:13:02 hit since 09:10:01"])
        // Hidden for so long that its run is over, but it was there all the time.
        let hidden = watch(&other, from: at("09:10:02"), to: at("09:30")) { $0 < at("09:12") ? nil : inside }
        #expect(words(hidden) == ["09:13:02 hit since 09:10:01"])
        var third = self.rule([])
        third.startAnew(at: [inside], now: at("09:10:01"))
        let gone = watch(&third, from: at("09:10:02"), to: at("09:30")) { _ in nil }
        #expect(gone.isEmpty)
    }
}
