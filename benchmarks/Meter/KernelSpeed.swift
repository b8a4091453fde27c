import Foundation
import FrameKernels
import PixelLoops

/// How many bytes a second the kernels read and write, beside `memcpy` over the same pictures: 64 different ones of
/// 1920 x 1080, more than any cache holds. One JSON object a line; the best of five rounds each.
enum KernelSpeed {
    private static let (width, height, pictures) = (1920, 1080, 64)

    static func measure() {
        let pixels = width * height
        func bytes(_ seed: Int) -> Plane<UInt8> {
            let plane = Plane<UInt8>(width: width, height: height, filledWith: 0)
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
            plane.withMemory { memory in
                for index in memory.indices {
                    state ^= state << 13
                    state ^= state >> 7
                    state ^= state << 17
                    memory[index] = UInt8(truncatingIfNeeded: state)
                }
            }
            return plane
        }
        func words() -> [Plane<UInt16>] {
            (0..<pictures).map { _ in Plane(width: width, height: height, filledWith: 25_000) }
        }
        let looks = (0..<pictures).map { bytes($0) }
        let copies = (0..<pictures).map { _ in Plane<UInt8>(width: width, height: height, filledWith: 1) }
        let copy = best { index in copies[index].copy(from: looks[index]) }
        report("memcpy", build: "libc", seconds: copy, bytes: 2 * pixels, beside: nil)
        let beside = Double(2 * pixels * pictures) / copy
        let small = (0..<pictures).map { _ in Plane<UInt8>(width: width / 4, height: height / 4, filledWith: 1) }
        let row = Plane<UInt16>(width: width, height: 1, filledWith: 0)
        for (name, loops) in Kernels.builds {
            let shrink = best { index in
                looks[index].withMemory { memory in
                    guard let base = memory.baseAddress else { return }
                    Shrink.area(base, stride: width, across: 4, down: 4, into: small[index], scratch: row, with: loops)
                }
            }
            report("shrink by 4", build: name, seconds: shrink, bytes: pixels + pixels / 16, beside: beside)
            var differing = 0
            let difference = best { index in
                looks[index].withMemory { one in
                    looks[(index + 1) % pictures].withMemory { other in
                        guard let one = one.baseAddress, let other = other.baseAddress else { return }
                        differing &+= loops.countDifferent(one, other, threshold: 25, count: pixels)
                    }
                }
            }
            precondition(differing > 0, "pictures of noise differ")
            report("difference", build: name, seconds: difference, bytes: 2 * pixels, beside: beside)
        }
        memories(looks, words, beside)
    }

    private static func memories(_ looks: [Plane<UInt8>], _ words: () -> [Plane<UInt16>], _ beside: Double) {
        let pixels = width * height
        let (first, second, third) = (words(), words(), words())
        let foreground = (0..<pictures).map { _ in Plane<UInt8>(width: width, height: height, filledWith: 0) }
        let light = Plane<UInt8>(width: width, height: height, filledWith: 0)
        for (name, loops) in Kernels.builds {
            let motion = best { index in
                Background.followMotion(
                    looks[index], short: first[index], noise: second[index], still: third[index], ticks: 1,
                    shortRate: 2600, noiseRate: 330, with: loops)
            }
            report("follow motion", build: name, seconds: motion, bytes: pixels * (1 + 6 + 6), beside: beside)
            let learn = best { index in
                Background.learn(
                    looks[index], long: first[index], still: second[index], present: third[index],
                    foreground: foreground[index], light: light, held: light, ticks: 3, rate: 860, lightRate: 8000,
                    with: loops)
            }
            report(
                "background update", build: name, seconds: learn, bytes: pixels * (1 + 2 + 2 + 2 + 1 + 1 + 1 + 5),
                beside: beside)
        }
    }

    /// Seconds for all pictures, the best of five rounds after one to warm up.
    private static func best(_ work: (Int) -> Void) -> Double {
        let clock = ContinuousClock()
        var best = Double.infinity
        for _ in 0..<6 {
            let time = clock.measure { for index in 0..<pictures { work(index) } }
            best = min(best, time / .seconds(1))
        }
        return best
    }

    private static func report(_ kernel: String, build: String, seconds: Double, bytes: Int, beside: Double?) {
        let rate = Double(bytes * pictures) / seconds
        let share = beside.map { String(format: ", \"of_memcpy\": %.3f", rate / $0) } ?? ""
        print(
            "{\"kernel\": \"\(kernel)\", \"build\": \"\(build)\", \"gb_s\": \(String(format: "%.2f", rate / 1e9))\(share)}"
        )
    }
}
