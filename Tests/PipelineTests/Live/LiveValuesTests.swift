import FrameKernels
import Media
import Pipeline
import Testing

@Suite struct BackoffTests {
    private func waits(_ count: Int, lasted: Duration? = nil, recovery: SourceFault.Recovery = .reconnectWithBackoff)
        -> [Double]
    {
        var backoff = Backoff()
        return (0..<count).map { _ in backoff.wait(after: recovery, lasted: lasted, chance: 0).inSeconds }
    }

    @Test func `it knocks each second, then less and less often, then each minute for ever`() {
        let waits = waits(200)
        #expect(Array(waits[0..<5]) == [1, 1, 1, 1, 1])
        #expect(Array(waits[5..<10]) == [5, 5, 5, 5, 5])
        #expect(Array(waits[10..<20]) == [Double](repeating: 10, count: 10))
        #expect(waits[20...].allSatisfy { $0 == 60 })
    }

    @Test func `a wrong password is tried once a minute`() {
        #expect(waits(3, recovery: .reconnectSeldom) == [60, 60, 60])
    }

    @Test func `only a connection that lasted begins anew`() {
        #expect(waits(7, lasted: .seconds(1)).last == 5)
        #expect(waits(7, lasted: .seconds(30)).last == 1)
    }

    @Test func `chance makes it up to a fifth longer`() {
        var backoff = Backoff()
        #expect(backoff.wait(after: .reconnectWithBackoff, lasted: nil, chance: 0.5) == .milliseconds(1100))
    }
}

@Suite struct LiveTimelineTests {
    private let epoch = MonotonicInstant(nanoseconds: 0)

    private func at(_ seconds: Double) -> MonotonicInstant { epoch + .microseconds(Int64(seconds * 1e6)) }
    private func media(_ seconds: Double) -> MediaTime { MediaTime(seconds: seconds) }

    @Test func `it follows the stream's own distances`() {
        var line = LiveTimeline(epoch: epoch)
        #expect(line.time(stream: media(0), arrived: at(3), isUntimed: false) == media(3))
        // Late by jitter: the distance of the stream counts.
        #expect(line.time(stream: media(0.04), arrived: at(3.5), isUntimed: false) == media(3.04))
    }

    @Test func `a stream that runs away is set right by its arrival`() {
        var line = LiveTimeline(epoch: epoch)
        _ = line.time(stream: media(0), arrived: at(1), isUntimed: false)
        #expect(line.time(stream: media(100), arrived: at(2), isUntimed: false) == media(2))
        #expect(line.time(stream: media(101), arrived: at(3), isUntimed: false) == media(3))
    }

    @Test func `it never runs backwards, over connections too`() {
        var line = LiveTimeline(epoch: epoch)
        let first = line.time(stream: media(4), arrived: at(5), isUntimed: false)
        line.reconnected()
        let second = line.time(stream: media(0), arrived: at(5), isUntimed: false)
        #expect(second == first + .milliseconds(1))
        line.reconnected()
        #expect(line.time(stream: media(0), arrived: at(3600), isUntimed: false) == media(3600))
    }

    @Test func `without timestamps the arrival counts`() {
        var line = LiveTimeline(epoch: epoch)
        for index in 0..<10 {
            let arrived = Double(index) * 0.08
            #expect(
                line.time(stream: media(Double(index) * 0.04), arrived: at(arrived), isUntimed: true).seconds >= arrived
            )
        }
    }
}

@Suite struct PacketRingTests {
    @Test func `it keeps whole groups, bounded in time`() {
        var ring = PacketRing<Int>(longest: .seconds(4), mostBytes: 1_000_000)
        for number in 0..<500 {
            ring.append(number, time: MediaTime(seconds: Double(number) / 25), isKeyframe: number % 50 == 0, bytes: 100)
        }
        #expect(ring.packets.first.map { $0 % 50 } == 0)
        // At least four seconds, less than four and a group.
        #expect((100...150).contains(ring.packets.count))
        #expect(ring.bytes == ring.packets.count * 100)
    }

    @Test func `it is bounded in bytes, even by a group that never ends`() {
        var ring = PacketRing<Int>(longest: .seconds(60), mostBytes: 10_000)
        ring.append(-1, time: .zero, isKeyframe: false, bytes: 10)
        #expect(ring.packets.isEmpty)
        for number in 0..<1000 {
            ring.append(number, time: MediaTime(seconds: Double(number) / 25), isKeyframe: number == 0, bytes: 100)
            #expect(ring.bytes <= 10_000)
        }
        #expect(ring.packets.isEmpty)
        ring.append(1000, time: MediaTime(seconds: 50), isKeyframe: true, bytes: 100)
        #expect(ring.packets == [1000])
    }
}

@Suite struct LiveGateTests {
    private func time(_ number: Int) -> MediaTime { MediaTime(seconds: Double(number) / 25) }

    @Test func `under keyframes the rest is left out, and no more than two a second pass`() {
        var gate = LiveGate(.keyframes)
        let decisions = (0..<100).map { gate.decide(isKeyframe: $0 % 50 == 0, time: time($0)) { true } }
        #expect(decisions.count { $0 == .pass } == 2 && decisions.count { $0 == .leaveOut } == 98)
        var intra = LiveGate(.keyframes)
        #expect((0..<100).count { intra.decide(isKeyframe: true, time: time($0)) { true } == .pass } == 9)
    }

    @Test func `at a seam the next keyframe passes, however close it follows`() {
        var gate = LiveGate(.keyframes)
        #expect(gate.decide(isKeyframe: true, time: time(0)) { true } == .pass)
        #expect(gate.decide(isKeyframe: true, time: time(5)) { true } == .leaveOut)
        gate.cut()
        #expect(gate.decide(isKeyframe: true, time: time(6)) { true } == .pass)
    }

    @Test func `what was dropped takes the rest of its group with it`() {
        var gate = LiveGate(.full)
        let decisions = (0..<100).map { number in
            gate.decide(isKeyframe: number % 50 == 0, time: time(number)) { number != 10 }
        }
        #expect(decisions[0..<10].allSatisfy { $0 == .pass })
        #expect(decisions[10..<50].allSatisfy { $0 == .drop })
        #expect(decisions[50...].allSatisfy { $0 == .pass })
    }
}

@Suite struct CrashLedgerTests {
    @Test func `three crashes in a row set a camera aside, and no other`() {
        var ledger = CrashLedger(counts: [:])
        #expect(ledger.crashed(while: ["a", "b"]).isEmpty)
        #expect(ledger.crashed(while: ["a"]).isEmpty)
        #expect(ledger.crashed(while: ["a", "b"]) == ["a"])
        #expect(ledger.counts == ["a": 3, "b": 1])
    }
}

@Suite struct RepeatedFaultsTests {
    private func at(_ seconds: Double) -> MonotonicInstant { MonotonicInstant(nanoseconds: Int64(seconds * 1e9)) }

    @Test func `one line a second, with the count of those kept quiet`() {
        var faults = RepeatedFaults()
        #expect(faults.take("x", at: at(0)) == 0)
        for tenth in 1...9 { #expect(faults.take("x", at: at(Double(tenth) / 10)) == nil) }
        #expect(faults.take("y", at: at(0.5)) == 0)
        #expect(faults.take("x", at: at(1)) == 9)
        _ = faults.take("x", at: at(1.5))
        let flushed = faults.flush(at: at(3))
        #expect(flushed.map(\.message) == ["x"] && flushed.map(\.times) == [1])
        #expect(faults.flush(at: at(4)).isEmpty)
    }
}

@Suite struct PictureCheckTests {
    private func plane(_ level: (Int, Int) -> UInt8) -> Plane<UInt8> {
        let plane = Plane<UInt8>(width: 320, height: 180, filledWith: 0)
        for row in 0..<180 { for column in 0..<320 { plane[column, row] = level(column, row) } }
        return plane
    }

    private func at(_ seconds: Int64) -> MonotonicInstant { MonotonicInstant(nanoseconds: seconds * 1_000_000_000) }

    @Test func `a picture that stands is known since its second look`() {
        var check = PictureCheck(ignoring: [])
        let still = plane { column, row in UInt8((column + row) % 200) }
        #expect(check.take(still, at: at(1)).since[.frozen] == nil)
        #expect(check.take(still, at: at(2)).since[.frozen] == at(2))
        #expect(check.take(still, at: at(3)).since[.frozen] == at(2))
        let other = plane { column, row in UInt8((column + row) % 200) + (row > 90 && row < 100 ? 5 : 0) }
        #expect(check.take(other, at: at(4)).since[.frozen] == nil)
    }

    @Test func `a clock under an ignore zone does not hide that it stands`() {
        let corner = Polygon([Point(x: 0, y: 0), Point(x: 0.3, y: 0), Point(x: 0.3, y: 0.2), Point(x: 0, y: 0.2)])
        var check = PictureCheck(ignoring: [corner])
        for second in 0..<3 {
            let verdict = check.take(
                plane { column, row in column < 90 && row < 34 ? UInt8(second * 50) : 120 }, at: at(Int64(second)))
            #expect((verdict.since[.frozen] == nil) == (second == 0))
        }
    }

    @Test func `black is black, and a street at night is not`() {
        var check = PictureCheck(ignoring: [])
        #expect(check.take(plane { _, _ in 16 }, at: at(1)).since[.black] == at(1))
        #expect(
            check.take(plane { column, row in column > 100 && column < 140 && row > 90 ? 90 : 16 }, at: at(2))
                .since[.black] == nil)
    }
}
