import CityAlgorithms
import Foundation
import Media
import Video

/// Counts what is allocated from a decoded picture to the observations, look by look: shrinking, the scene, every
/// algorithm. The counter must be preloaded (`LD_PRELOAD=libAllocationCounter.so`).
enum Allocations {
    private typealias Counter = @convention(c) () -> UInt

    static func count(of video: String) throws {
        guard let symbol = dlsym(nil, "piculet_thread_allocations") else {
            print("preload libAllocationCounter.so")
            exit(2)
        }
        let counter = unsafeBitCast(symbol, to: Counter.self)
        // The control: a counter that sees nothing counts nothing.
        let before = counter()
        let proof = [UInt8](repeating: 1, count: Int.random(in: 100...200))
        let seen = counter() - before
        precondition(proof.count >= 100)
        var looker = try Looker(video)
        let (looks, allocations, busy) = try looker.run(counter)
        print(
            "{\"control\": \(seen), \"looks\": \(looks), \"allocations\": \(allocations), \"looks_that_found\": \(busy)}"
        )
    }

    private struct Looker {
        private let file: VideoFile
        private let decoder: StreamDecoder
        private let looker = SceneLooker()
        private var algorithms: [any Algorithm] = []

        init(_ video: String) throws {
            file = try VideoFile(path: video)
            decoder = try StreamDecoder(file.format)
            let zone = Zone(id: "all", kind: .watch, polygon: .wholePicture)
            algorithms = AlgorithmCatalog.builtIn.usable.map { $0.make(zone) }
        }

        /// The second half of the film counts: by then everything is warm.
        mutating func run(_ counter: Counter) throws -> (looks: Int, allocations: UInt, busy: Int) {
            var frames: [Frame] = []
            var (looks, allocations, busy) = (0, UInt(0), 0)
            var observations: [Observation] = []
            var number = 0
            func look(_ frame: Frame) {
                let before = counter()
                observations.removeAll(keepingCapacity: true)
                if let found = looker.look(frame)?.found {
                    for index in algorithms.indices { algorithms[index].judge(Look(found), into: &observations) }
                }
                let taken = counter() - before
                number += 1
                guard number > 400 else { return }
                looks += 1
                allocations += taken
                if !observations.isEmpty { busy += 1 }
            }
            while let packet = file.nextPacket() {
                decoder.decode(packet) { frames.append($0) }
                for frame in frames { look(frame) }
                frames.removeAll(keepingCapacity: true)
            }
            return (looks, allocations, busy)
        }
    }
}
