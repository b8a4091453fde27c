import Foundation

/// Measures what `piculet` itself does not tell: how fast its kernels are, and which pixels it takes for foreground.
///
///     meter kernels
///     meter masks <video> <folder> [<seconds between searches>]
///     meter faults <video>
///     LD_PRELOAD=libAllocationCounter.so meter allocations <video>
@main enum Meter {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "kernels": KernelSpeed.measure()
        case "masks" where arguments.count >= 3:
            let words = Array(arguments)
            try Masks.write(of: words[1], into: words[2], every: words.count > 3 ? Double(words[3]) ?? 0 : 0)
        case "faults" where arguments.count == 2: try Faults.tell(of: Array(arguments)[1])
        case "allocations" where arguments.count == 2: try Allocations.count(of: Array(arguments)[1])
        default:
            print(
                "meter allocations <video> | meter kernels | meter masks <video> <folder> [<seconds between searches>] | meter faults <video>"
            )
            exit(2)
        }
    }
}
