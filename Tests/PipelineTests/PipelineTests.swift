import Dispatch
import Media
import Pipeline
import Testing

@Suite struct DecodePlanTests {
    /// 25 pictures a second, a keyframe every two seconds; a packet is its number.
    private func run(_ policy: DecodePolicy, packets: Int) -> (decoded: [Int], looked: [Int], resets: Int) {
        var plan = DecodePlan<Int>(policy)
        var (decoded, looked, resets) = ([Int](), [Int](), 0)
        func take(_ steps: [DecodePlan<Int>.Step]) {
            for step in steps {
                switch step {
                case .decode(let number), .decodeAlone(let number):
                    decoded.append(number)
                    if plan.isDue(time(number)) { looked.append(number) }
                case .reset: resets += 1
                case .drain, .rest: break
                }
            }
        }
        for number in 0..<packets {
            take(plan.take(number, time: time(number), isKeyframe: number % 50 == 0, bytes: 1000))
        }
        take(plan.end())
        return (decoded, looked, resets)
    }

    private func time(_ number: Int) -> MediaTime { MediaTime(microseconds: Int64(number) * 40_000) }

    @Test func `full decodes and looks at everything`() {
        let result = run(.full, packets: 200)
        #expect(result.decoded == Array(0..<200) && result.looked == result.decoded)
    }

    @Test func `keyframes decodes keyframes alone`() {
        #expect(run(.keyframes, packets: 200).looked == [0, 50, 100, 150])
    }

    @Test func `every second looks once a second and leaves out the rest of a group`() {
        let result = run(.every(.seconds(1)), packets: 200)
        #expect(result.looked == [0, 25, 50, 75, 100, 125, 150, 175])
        #expect(result.decoded.count < 120)
        #expect(!result.decoded.contains(30) && result.decoded.contains(10))
        #expect(result.resets == 3)
    }

    @Test func `an interval longer than a group skips whole groups`() {
        let result = run(.every(.seconds(5)), packets: 500)
        #expect(result.looked == [0, 125, 250, 375])
        #expect(!result.decoded.contains { (50..<100).contains($0) })
    }
}

@Suite struct HeldGroupTests {
    private func time(_ number: Int) -> MediaTime { MediaTime(microseconds: Int64(number) * 40_000) }

    /// So many packets of a stream whose first alone is a keyframe, one more as the last where it is asked for.
    private func run(
        _ policy: DecodePolicy, packets: Int, bytes: Int, endsWithKeyframe: Bool = false
    ) -> (decoded: [Int], plan: DecodePlan<Int>) {
        var plan = DecodePlan<Int>(policy)
        var decoded: [Int] = []
        for number in 0..<packets {
            let isKeyframe = number == 0 || endsWithKeyframe && number == packets - 1
            for step in plan.take(number, time: time(number), isKeyframe: isKeyframe, bytes: bytes) {
                guard case .decode(let number) = step else { continue }
                decoded.append(number)
                _ = plan.isDue(time(number))
            }
        }
        return (decoded, plan)
    }

    @Test func `half an hour without a keyframe is not held`() {
        let halfAnHour = 30 * 60 * 25
        let (decoded, plan) = run(.every(.seconds(1800)), packets: halfAnHour + 100, bytes: 5000)
        #expect(decoded == [0])
        #expect(plan.givenUp == halfAnHour + 99)
    }

    @Test func `tiny packets weigh too`() {
        let (_, plan) = run(.every(.seconds(1800)), packets: 20_000, bytes: 1)
        #expect(plan.givenUp == 19_999)
    }

    @Test func `after a group that was given up the next keyframe is looked at`() {
        let halfAnHour = 30 * 60 * 25
        let (decoded, _) = run(.every(.seconds(1800)), packets: halfAnHour + 50, bytes: 5000, endsWithKeyframe: true)
        #expect(decoded == [0, halfAnHour + 49])
    }

    @Test func `a usual group is held whole`() {
        let (decoded, plan) = run(.every(.seconds(12)), packets: 301, bytes: 50_000)
        #expect(decoded == Array(0...300) && plan.givenUp == 0)
    }

    @Test func `a burst that cannot hold its group says so`() {
        let (_, plan) = run(.burst, packets: 100, bytes: 100_000)
        #expect(plan.givenUp > 40)
    }
}

@Suite struct HandOffTests {
    @Test func `there is room again when the last holder lets go`() {
        let handOff = HandOff(limit: 2)
        var first: HandOff.Ticket? = handOff.tryTake()
        let second = handOff.tryTake()
        #expect(first != nil && second != nil && handOff.tryTake() == nil)
        first = nil
        #expect(handOff.tryTake() != nil)
        withExtendedLifetime(second) {}
    }
}
