import Foundation
import Inference
import Media
import Testing

/// A network that judges things one by one.
@Suite(.enabled(if: Eyes.isHere, "\(Eyes.missing)"))
struct CropFinderTests {
    /// The pictures that lite0-muck learned from: this proves the port, not the head.
    @Test(.enabled(if: Eyes.hasWeights, "\(Eyes.noWeights)"))
    func `tippers and other machines are told apart as where the head learned`() throws {
        let finder = try #require(CropFinder(try Eyes.network("lite0-muck")))
        let listed = try String(
            contentsOf: Eyes.root.appending(path: "models/networks/lite0-muck/data.txt"), encoding: .utf8)
        var told = (muck: 0, other: 0)
        for line in listed.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let folder = words.first, ["dump-trucks", "site-vehicles"].contains(folder) else { continue }
            let path = Eyes.shared.appending(path: "images/\(folder)/\(words[1])").path
            let edges = words[3...].compactMap { Double($0) }
            let seen = try Eyes.withPicture(path) { picture in
                let (width, height) = (Double(picture.y.width), Double(picture.y.height))
                let box = Box(
                    x: edges[0] / width, y: edges[1] / height, width: (edges[2] - edges[0]) / width,
                    height: (edges[3] - edges[1]) / height)
                return try finder.classes(of: [box], in: picture)
            }
            #expect(seen.count == 1 && seen.first?.label == "muck-truck")
            let isMuck = words[2] == "muck"
            #expect(isMuck == (seen.first.map { $0.score >= 0.5 } ?? false), "\(line): \(seen.first?.score ?? -1)")
            if isMuck { told.muck += 1 } else { told.other += 1 }
        }
        #expect(told.muck == 28 && told.other == 9)
    }

    @Test(.enabled(if: Eyes.hasWeights, "\(Eyes.noWeights)"))
    func `what is too narrow is not judged, and of many the largest are`() throws {
        let finder = try #require(CropFinder(try Eyes.network("lite0-muck")))
        let path = Eyes.shared.appending(path: "images/site-vehicles/mixer.jpg").path
        try Eyes.withPicture(path) { picture in
            let width = Double(picture.y.width)
            let narrow = Box(x: 0.1, y: 0.1, width: 49 / width, height: 0.3)
            #expect(try finder.classes(of: [narrow], in: picture).isEmpty)
            let many = (0..<9).map { Box(x: 0.1, y: 0.1, width: 0.3 + 0.05 * Double($0), height: 0.3) }
            let judged = try finder.classes(of: many, in: picture).map(\.box)
            #expect(judged == many.suffix(6).reversed())
        }
    }
}
