import Media
import Pipeline
import TestSupport
import Testing

@Suite struct BurstTriggerTests {
    private func time(_ seconds: Double) -> MediaTime { MediaTime(seconds: seconds) }

    /// 25 packets a second of a size that wavers by a tenth, for so many seconds.
    private func quiet(_ trigger: inout BurstTrigger, from: Double = 0, to: Double, size: Int = 4000) -> Bool {
        var random = SeededRandom(seed: 3)
        var wasActive = false
        for number in Int(from * 25)..<Int(to * 25) {
            let bytes = size + Int.random(in: -size / 10...size / 10, using: &random)
            trigger.packet(bytes: bytes, at: time(Double(number) / 25))
            wasActive = wasActive || trigger.isActive(time(Double(number) / 25))
        }
        return wasActive
    }

    @Test func `packets of their usual size start nothing`() {
        var trigger = BurstTrigger()
        let wasActive = quiet(&trigger, to: 120)
        #expect(!wasActive)
    }

    @Test func `larger packets start a burst that ends two seconds after the last of them`() {
        var trigger = BurstTrigger()
        let before = quiet(&trigger, to: 30)
        let meanwhile = quiet(&trigger, from: 30, to: 34, size: 9000)
        #expect(!before && meanwhile)
        #expect(trigger.isActive(time(34)))
        _ = quiet(&trigger, from: 34, to: 38)
        #expect(!trigger.isActive(time(38)))
    }

    @Test func `what is larger for good becomes usual`() {
        var trigger = BurstTrigger()
        _ = quiet(&trigger, to: 60)
        _ = quiet(&trigger, from: 60, to: 60 + 15 * 60, size: 9000)
        #expect(!trigger.isActive(time(60 + 15 * 60)))
    }

    @Test func `change between keyframes starts a burst where it is more than usual`() {
        var quietStreet = BurstTrigger()
        var busyStreet = BurstTrigger()
        for number in 0..<20 {
            quietStreet.change(number % 2 == 0 ? 0.001 : 0.002, at: time(Double(number) * 2))
            busyStreet.change(number % 2 == 0 ? 0.10 : 0.12, at: time(Double(number) * 2))
            #expect(!quietStreet.isActive(time(Double(number) * 2)) && !busyStreet.isActive(time(Double(number) * 2)))
        }
        quietStreet.change(0.05, at: time(40))
        busyStreet.change(0.12, at: time(40))
        #expect(quietStreet.isActive(time(41)) && !busyStreet.isActive(time(41)))
        busyStreet.change(0.30, at: time(42))
        #expect(busyStreet.isActive(time(43)) && !busyStreet.isActive(time(44)))
    }

    @Test func `an algorithm may ask, a break in the stream ends it`() {
        var trigger = BurstTrigger()
        trigger.ask(at: time(1))
        #expect(trigger.isActive(time(2.9)))
        trigger.cut()
        #expect(!trigger.isActive(time(2.9)))
    }
}

@Suite struct BurstPlanTests {
    private typealias Step = DecodePlan<Int>.Step

    private func time(_ number: Int) -> MediaTime { MediaTime(microseconds: Int64(number) * 40_000) }

    /// 25 pictures a second, a keyframe every two seconds; a packet is its number.
    private func words(_ steps: [Step]) -> [String] {
        steps.map { step in
            switch step {
            case .decode(let number): "\(number)"
            case .decodeAlone(let number): "alone \(number)"
            case .drain: "drain"
            case .reset: "reset"
            case .rest: "rest"
            }
        }
    }

    private func take(_ number: Int, _ plan: inout DecodePlan<Int>, bytes: Int = 1000) -> [String] {
        words(plan.take(number, time: time(number), isKeyframe: number % 50 == 0, bytes: bytes))
    }

    @Test func `keyframes alone while nothing happens`() {
        var plan = DecodePlan<Int>(.burst)
        let steps = (0..<150).flatMap { take($0, &plan) }
        #expect(steps == ["alone 0", "alone 50", "alone 100"])
    }

    @Test func `a burst decodes the group from its keyframe on and ends`() {
        var plan = DecodePlan<Int>(.burst)
        for number in 0..<60 { _ = take(number, &plan) }
        plan.heed(change: nil, asked: true, at: time(59))
        let at60 = take(60, &plan)
        #expect(at60 == ["reset"] + (50...60).map { "\($0)" })
        #expect(plan.isBursting)
        let during = (61..<109).map { take($0, &plan) }
        #expect(during == (61..<109).map { ["\($0)"] })
        // Two seconds after it was asked for; the rest of the group cannot be decoded any more.
        let at109 = take(109, &plan)
        #expect(at109 == ["drain", "rest"])
        let after = (110..<150).flatMap { take($0, &plan) }
        #expect(after.isEmpty)
        let at150 = take(150, &plan)
        #expect(at150 == ["alone 150"])
        let end = plan.end()
        #expect(end.isEmpty)
    }

    @Test func `the keyframe that was looked at is not looked at twice`() {
        var plan = DecodePlan<Int>(.burst)
        let due = [0, 50, 50, 51].map { plan.isDue(time($0)) }
        #expect(due == [true, true, false, true])
    }

    @Test func `a group too long to keep is given up until its next keyframe`() {
        var plan = DecodePlan<Int>(.burst)
        for number in 0..<10 { _ = take(number, &plan, bytes: 1_000_000) }
        plan.heed(change: nil, asked: true, at: time(10))
        let at11 = take(11, &plan)
        #expect(at11.isEmpty)
        let at50 = take(50, &plan)
        #expect(at50 == ["alone 50"])
        let at51 = take(51, &plan)
        #expect(at51 == ["reset", "50", "51"])
    }

    @Test func `a cut ends a burst`() {
        var plan = DecodePlan<Int>(.burst)
        _ = take(0, &plan)
        plan.heed(change: nil, asked: true, at: time(0))
        let at1 = take(1, &plan)
        #expect(at1 == ["reset", "0", "1"])
        let cut = words(plan.cut())
        #expect(cut == ["drain", "rest"])
        let at50 = take(50, &plan)
        #expect(at50 == ["alone 50"])
    }
}
