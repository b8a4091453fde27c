import CaseBook
import Cases
import Foundation
import Media
import Settings
import Store
import TestSupport
import Testing
import Video

@Suite struct OwnerTests {
    private let configuration = Program.root.appending(path: "samples/piculet.yaml").path

    /// B1: 1 + 5 + 6 + 42 + 190 grids in five levels, 42 = 23 + 19.
    @Test func `F1 Dongping, the sample tree, has the shape of B1 and B2`() throws {
        let tree = try Settings.load(configuration).grids
        #expect(tree.countsByLevel() == [1: 1, 2: 5, 3: 6, 4: 42, 5: 190])
        #expect(
            tree.grids.count { $0.kind == "party" } == 23
                && tree.grids.count { $0.kind == "enterprise" && $0.level == 4 } == 19)
        #expect(tree.leaves.count == 190)
        #expect(tree.grids.allSatisfy { $0.level == 5 || !tree.children(of: $0.id).isEmpty })
    }

    @Test(arguments: [
        ("stall", "leaf-007"), ("stall-grey", "leaf-003"), ("crowd", "leaf-088"), ("passers", "leaf-120"),
        ("parked-van", "leaf-151"), ("muck-trucks", "leaf-151"), ("cloud-and-leaves", "leaf-170"), ("quiet", nil),
        ("waterlogging", "leaf-045"), ("wet-road", "leaf-045"),
    ])
    func `each camera has its leaf, or the duty desk`(camera: String, leaf: String?) throws {
        let settings = try Settings.load(configuration)
        let found = try #require(settings.cameras.first { $0.id == camera })
        let assignment = settings.assignment(of: found, on: CalendarDate(day: 0))
        #expect(assignment.grid == leaf)
        #expect(assignment.path.count == (leaf == nil ? 0 : 5))
        #expect((assignment.unit == Dispatcher.dutyDesk) == (leaf == nil))
    }

    @Test func `the middle of every leaf is found by its place`() throws {
        let tree = try Settings.load(configuration).grids
        for leaf in tree.leaves {
            let bounds = try #require(leaf.polygon?.bounds)
            let middle = Point(x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2)
            #expect(tree.grid(at: middle, on: CalendarDate(day: 0))?.id == leaf.id)
        }
    }

    @Test func `cases go to their leaves and their pictures keep their hash`() throws {
        let output = try TemporaryFolder.make().appending(path: "out")
        let outcome = try Program.run([
            "replay", Program.root.appending(path: "samples").path, "--config", configuration, "--output", output.path,
            "--format", "jsonl", "--jobs", "2",
        ])
        #expect(outcome.status == 0)
        let cases = try CaseStore(path: output.appending(path: "piculet.sqlite").path, create: false).list().cases
        #expect(
            Dictionary(uniqueKeysWithValues: cases.map { ($0.camera, $0.assignment.grid) })
                == ["stall": "leaf-007", "stall-grey": "leaf-003", "crowd": "leaf-088"])
        for record in cases {
            let original = try Data(contentsOf: output.appending(path: try #require(record.evidence.original)))
            #expect(Digest.sha256(original) == record.evidence.sha256)
            #expect(original.starts(with: [0xFF, 0xD8]))
            let marked = try Data(contentsOf: output.appending(path: try #require(record.evidence.marked)))
            #expect(marked != original && marked.starts(with: [0xFF, 0xD8]))
        }
        let page = String(decoding: try Data(contentsOf: output.appending(path: "index.html")), as: UTF8.self)
        for record in cases { #expect(page.contains(record.number.description)) }
    }
}

@Suite struct DigestTests {
    /// FIPS 180-2, appendix B.1.
    @Test func `the digest of abc is the standard's`() {
        #expect(
            Digest.sha256(Data("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
