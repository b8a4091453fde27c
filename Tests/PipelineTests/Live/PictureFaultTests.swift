import FrameKernels
import Media
import Pipeline
import TestSupport
import Testing

/// A drawn street seen by a lens that suffers this and that.
@Suite struct PictureFaultTests {
    private struct View {
        var shift = 0
        var gain = 1.0
        var noise = 2
        /// Means over so many pixels each way.
        var blur = 0
        /// Levels of fog: contrast falls towards it.
        var fog = 0.0
        /// A thing that hides the left part of the picture, 0...1.
        var hidden = 0.0
        var glare = 0.0
    }

    private func level(_ column: Int, _ row: Int) -> Double {
        // Houses with windows, a kerb, slabs: edges everywhere, all different.
        let house = (column / 53 * 37 + 11) % 60
        let window = row < 90 && column % 53 > 14 && column % 53 < 36 && row % 30 > 8 && row % 30 < 24
        let slab = row >= 100 && (column + row * 2) % 24 < 2
        return Double(90 + house) - (window ? 50 : 0) - (slab ? 35 : 0) + (row >= 100 ? 20 : 0)
    }

    private func plane(_ view: View, _ random: inout SeededRandom) -> Plane<UInt8> {
        let plane = Plane<UInt8>(width: 320, height: 180, filledWith: 0)
        for row in 0..<180 {
            for column in 0..<320 {
                var sum = 0.0
                for step in -view.blur...view.blur { sum += level(column + view.shift + step, row) }
                var level = sum / Double(2 * view.blur + 1)
                level = level * (1 - view.fog) + 180 * view.fog
                if Double(column) < view.hidden * 320 { level = Double(40 + (column / 9 + row / 7) % 2 * 70) }
                if Double(column) < view.glare * 320 { level = 255 }
                level = level * view.gain + Double(Int.random(in: -view.noise...view.noise, using: &random))
                plane[column, row] = UInt8(max(0, min(255, level)))
            }
        }
        return plane
    }

    /// The faults that last after half a minute of a view, after half a minute of the plain one; a look each second.
    private func faults(_ changed: View, back: Bool = false) -> Set<PictureFault> {
        var check = PictureCheck(ignoring: [])
        var random = SeededRandom(seed: 7)
        var verdict = PictureCheck.Verdict()
        for second in 0..<(back ? 120 : 60) {
            let view = second < 30 || second >= 60 ? View() : changed
            verdict = check.take(
                plane(view, &random), at: MonotonicInstant(nanoseconds: Int64(second) * 1_000_000_000))
        }
        return Set(verdict.since.keys)
    }

    @Test func `a street as it is has no fault`() { #expect(faults(View()).isEmpty) }

    @Test func `what is not the lens is no fault of it`() {
        #expect(faults(View(gain: 0.5)).isEmpty)
        #expect(faults(View(gain: 1.4)).isEmpty)
        #expect(faults(View(noise: 8)).isEmpty)
        #expect(faults(View(fog: 0.5)).isEmpty)
        // A lorry before half of it.
        #expect(faults(View(hidden: 0.5)).isEmpty)
        // A tremble.
        #expect(faults(View(shift: 1)).isEmpty)
    }

    @Test func `a camera that was turned has moved, and looks back`() {
        #expect(faults(View(shift: 40)) == [.moved])
        #expect(faults(View(shift: -90, gain: 0.7)) == [.moved])
        #expect(faults(View(shift: 40), back: true).isEmpty)
    }

    @Test func `a lens out of focus is blurred`() { #expect(faults(View(blur: 7)).contains(.blurred)) }

    @Test func `a lens that is covered or dazzled is blinded`() {
        #expect(faults(View(fog: 1)).contains(.blinded))
        #expect(faults(View(glare: 0.7)).contains(.blinded))
    }

    @Test func `a picture full of noise is noisy`() { #expect(faults(View(noise: 60)).contains(.noisy)) }

    @Test func `faults are told in their order, each after its patience`() {
        var monitor = HealthMonitor(
            camera: "gate", policy: .keyframes, past: nil, at: moment(0))
        _ = monitor.connected(moment(0))
        func see(_ since: [PictureFault: MonotonicInstant], _ second: Int64) -> HealthMonitor.Change? {
            _ = monitor.packet(isUntimed: false, moment(second))
            return monitor.picture(.init(since: since), moment(second))
        }
        _ = see([.moved: moment(1).instant], 5)
        #expect(monitor.current.state == .live)
        let change = see([.moved: moment(1).instant], 11)
        #expect(change?.began.state == .moved && change?.began.from == moment(5).wall)
        _ = see([.moved: moment(1).instant, .black: moment(2).instant], 13)
        #expect(monitor.current.state == .black)
        _ = see([:], 14)
        #expect(monitor.current.state == .live)
    }

    private func moment(_ seconds: Int64) -> HealthMonitor.Moment {
        .init(
            instant: MonotonicInstant(nanoseconds: seconds * 1_000_000_000),
            wall: WallTime(milliseconds: 1_000_000 + seconds * 1000))
    }
}
