import CityAlgorithms
import Foundation
import Keeping
import Media
import Pipeline
import TestSupport
import Testing

/// What algorithms learned of their zones is there after a restart, until somebody forgets it.
@Suite struct UsualLookFilesTests {
    @Test func `it is kept by camera, and what cannot be read is learned again`() throws {
        let store = try TemporaryFolder.make().appending(path: "piculet.sqlite").path
        let files = UsualLookFiles(besides: store)
        var look = UsualLook(of: "water by eyes", spots: 3)
        look.learn([0, 0.4, 1], share: 0.5, after: .seconds(60))
        let usual = CameraMemory.Usual(algorithm: "waterlogging", zone: "road", polygon: .wholePicture, look: look)
        files.keep([usual], of: "gate")
        let recalled = try #require(UsualLookFiles(besides: store).recall("gate").first)
        #expect(recalled.zone == "road" && recalled.look.learnedFor == .seconds(60))
        #expect(zip(recalled.look.likelihoods, [0, 0.4, 1]).allSatisfy { abs($0 - $1) <= 0.5 / 255 })
        #expect(files.recall("yard").isEmpty)
        // Nothing to keep leaves what there is.
        files.keep([], of: "gate")
        #expect(!files.recall("gate").isEmpty)
        let file = URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: "usual/gate.json")
        try Data("[{".utf8).write(to: file)
        #expect(files.recall("gate").isEmpty)
        files.keep([usual], of: "gate")
        // The same place, however often it is said; another address is another place, whenever it came.
        files.settle("gate", at: "rtsp://a/1")
        #expect(!files.recall("gate").isEmpty, "nobody said where it was before")
        files.settle("gate", at: "rtsp://a/1")
        #expect(!files.recall("gate").isEmpty)
        UsualLookFiles(besides: store).settle("gate", at: "rtsp://b/1")
        #expect(files.recall("gate").isEmpty)
        files.keep([usual], of: "gate")
        files.forget("gate")
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }
}
