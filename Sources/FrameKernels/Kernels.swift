import CProcessor
import PixelLoops
import PixelLoopsBaseline

#if arch(x86_64)
    import PixelLoopsV3
#endif

/// The builds of the pixel loops that this program carries, and the one that it uses.
package enum Kernels {
    /// One build of all loops.
    package typealias Build = any PixelLoops.Type

    /// Every build that this processor runs, by name; tests go through them all.
    package static let builds: [(name: String, loops: Build)] = {
        var builds: [(name: String, loops: Build)] = [("baseline", PixelLoopsBaseline.Loops.self)]
        #if arch(x86_64)
            if piculet_runs_x86_64_v3() { builds.append(("x86-64-v3", PixelLoopsV3.Loops.self)) }
        #endif
        return builds
    }()

    /// The fastest of them, chosen when the program starts.
    package static let chosen: Build = builds[builds.count - 1].loops
    package static let chosenName: String = builds[builds.count - 1].name
}
