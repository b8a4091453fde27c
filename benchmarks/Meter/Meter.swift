import Foundation

/// Measures what `piculet` itself does not tell: how fast its kernels and networks are, which pixels it takes for foreground, what it
/// finds wrong with a picture or standing still in it, and what it allocates.
@main enum Meter {
    private static let usage = """
        meter kernels
        meter grids
        meter clocks <folder> <cases>
        meter hits <folder> <seconds>
        meter masks <video> <folder>
        meter faults <video>
        meter inference <network.yaml> <weights> <video> <seconds>
        meter still <video> full|keyframes|<seconds>
        LD_PRELOAD=libAllocationCounter.so meter allocations <video>
        """

    static func main() throws {
        let words = Array(CommandLine.arguments.dropFirst())
        switch (words.first, words.count) {
        case ("kernels", 1): KernelSpeed.measure()
        case ("grids", 1): try GridSpeed.tell()
        case ("clocks", 3): try ClockSpeed.tell(in: words[1], open: Int(words[2]) ?? 100_000)
        case ("hits", 3): try HitSpeed.tell(in: words[1], seconds: Int(words[2]) ?? 60)
        case ("masks", 3): try Masks.write(of: words[1], into: words[2])
        case ("faults", 2): try Faults.tell(of: words[1])
        case ("inference", 5):
            try InferenceSpeed.tell(of: words[1], words[2], on: words[3], seconds: Double(words[4]) ?? 5)
        case ("still", 3): try Still.tell(of: words[1], policy: words[2])
        case ("allocations", 2): try Allocations.count(of: words[1])
        default:
            print(usage)
            exit(2)
        }
    }
}
