import CityAlgorithms
import Foundation
import Settings
import TestSupport
import Testing

/// `pack.yaml`, and every mistake that a person may make in one.
@Suite struct PackFileTests {
    private static let models = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "models")

    private static let good = """
        id: bin
        version: 3
        name: {zh: 箱, en: Bin}
        meaning: {zh: 一只箱子, en: a bin}
        looks_for:
          part: still-thing
          width: [0.2, 1]
          height: [0.2, 1.5]
          network: lite0-street
          vehicle: {never: 0.6}
          people: 0.5
        zones: [pavement]
        rule: {dwell: 2m}
        """

    /// What is said of the pack with one line in place of another.
    private func faults(_ line: String, _ other: String, folder: String = "bin") throws -> [String] {
        #expect(Self.good.contains(line))
        let place = try TemporaryFolder.make().appending(path: folder)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data(Self.good.replacing(line, with: other).utf8).write(to: place.appending(path: PackFile.name))
        do throws(SettingsFaults) { _ = try PackFile.load(place) } catch { return error.faults.map(\.description) }
        return []
    }

    /// The pack with some of its lines changed: a line, then what stands in its place, and so on.
    private func load(_ changes: String...) throws -> Pack {
        var text = Self.good
        for index in stride(from: 0, to: changes.count, by: 2) {
            #expect(text.contains(changes[index]))
            text = text.replacing(changes[index], with: changes[index + 1])
        }
        let place = try TemporaryFolder.make().appending(path: "bin")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place.appending(path: PackFile.name))
        return try PackFile.load(place)
    }

    @Test func `the packs that come with the program are those that are built in`() throws {
        for pack in Pack.builtIn {
            #expect(try PackFile.load(Self.models.appending(path: pack.id)) == pack, "\(pack.id)")
        }
    }

    @Test(arguments: ["illegal-parking", "fire-lane", "out-of-shop", "exposed-rubbish"])
    func `the others are in order too`(id: String) throws {
        let pack = try PackFile.load(Self.models.appending(path: id))
        #expect(pack.id == id && pack.version == 1 && !pack.items.isEmpty)
        #expect(!pack.profile.watches(.watch), "it is not for anywhere")
    }

    @Test func `what is left out is usual`() throws {
        let pack = try load()
        #expect(pack.profile.lasting == .seconds(120) && pack.profile.gap == .seconds(6))
        #expect(pack.profile.quietAfter == .seconds(600) && pack.profile.handlingHours == 4 && pack.items == [])
        #expect(
            pack.looksFor
                == .stillThing(
                    .init(
                        width: 0.2...1, height: 0.2...1.5, area: 0, networks: ["lite0-street"], vehicle: .never(0.6),
                        people: 0.5)))
    }

    @Test(
        arguments: [
            (
                "version: 3", "versoin: 3",
                "bin/pack.yaml:2: versoin: this key is not known here; did you mean 'version'?"
            ),
            ("version: 3", "version: 1.5", "bin/pack.yaml:2: version: a whole number is needed, such as 1"),
            ("zones: [pavement]", "", "bin/pack.yaml:1: zones: is missing"),
            (
                "zones: [pavement]", "zones: [pavment]",
                "bin/pack.yaml:12: zones[0]: 'pavment' is not known here; did you mean 'pavement'?"
            ),
            ("zones: [pavement]", "zones: [permit]", "bin/pack.yaml:12: zones[0]: 'permit' is not known here"),
            (
                "zones: [pavement]", "zones: []",
                "bin/pack.yaml:12: zones: name at least one kind of zone, such as [pavement]"
            ),
            (
                "id: bin", "id: Bin!",
                "bin/pack.yaml:1: id: 'Bin!' is no id; use small letters, digits and '-', a letter first"
            ),
            ("id: bin", "id: box", "bin/pack.yaml:1: id: the id 'box' is not the name of its folder, 'bin'"),
            (
                "part: still-thing", "part: still-things",
                "looks_for.part: 'still-things' is not known here; did you mean 'still-thing'?"
            ),
            (
                "width: [0.2, 1]", "width: [1, 0.2]",
                "looks_for.width: two numbers are needed, the smaller first, such as [0.6, 8]"
            ),
            ("width: [0.2, 1]", "width: [0.2]", "looks_for.width: two numbers are needed, the smaller first"),
            ("width: [0.2, 1]", "recall: 0.5", "looks_for.recall: this key is not known here"),
            ("network: lite0-street", "area: 1", "looks_for.vehicle: the scene alone cannot tell; name a network"),
            ("network: lite0-street", "network: ../street", "looks_for.network: '../street' is no id"),
            (
                "network: lite0-street", "network: a\n  networks: [b]",
                "looks_for.network: belongs into each entry of 'networks'"
            ),
            (
                "network: lite0-street", "networks: []",
                "looks_for.networks: name at least one network, such as [lite0-street]"
            ),
            ("network: lite0-street", "networks: [a, ../b]", "looks_for.networks[1]: '../b' is no id"),
            ("{never: 0.6}", "{never: 0.6, only: 0.5}", "looks_for.vehicle: write one of {never: 0.6}"),
            ("people: 0.5", "people: 50", "looks_for.people: a number from 0.01 to 1 is needed, not '50'"),
            (
                "{dwell: 2m}", "{dwell: 2m, hold: 1m}",
                "rule: write one of dwell (a thing stays) and hold (a measure holds)"
            ),
            (
                "{dwell: 2m}", "{dwell: 2m, threshold: 5}",
                "rule.threshold: a 'still-thing' is there or not: it has no threshold"
            ),
            ("{dwell: 2m}", "{hold: 2m}", "rule.hold: a 'still-thing' has a dwell, no hold"),
            ("{dwell: 2m}", "{dwell: soon}", "rule.dwell: a time such as 10s, 3m or 2h is needed"),
            ("name: {zh: 箱, en: Bin}", "name: {zh: 箱}", "bin/pack.yaml:3: name.en: is missing"),
            ("name: {zh: 箱, en: Bin}", "name: Bin", "bin/pack.yaml:3: name: "),
        ] as [(String, String, String)])
    func `each mistake is told with its place and what to write`(line: String, other: String, said: String) throws {
        let told = try faults(line, other)
        #expect(told.contains { $0.contains(said) }, "\(told)")
    }

    @Test func `a count needs a threshold, and all mistakes are told at once`() throws {
        let part =
            "part: still-thing\n  width: [0.2, 1]\n  height: [0.2, 1.5]\n  network: lite0-street\n"
            + "  vehicle: {never: 0.6}\n  people: 0.5"
        let told = try faults(part, "part: persons\n  recall: 0")
        #expect(told.contains { $0.contains("rule.threshold: is missing: 'persons' needs a threshold") }, "\(told)")
        #expect(told.contains { $0.contains("looks_for.recall: a number from 0.01 to 1 is needed, not '0'") })
    }

    @Test func `networks are read in the order in which they are preferred, each with what is known of it`() throws {
        let part =
            "part: still-thing\n  width: [0.2, 1]\n  height: [0.2, 1.5]\n  network: lite0-street\n"
            + "  vehicle: {never: 0.6}\n  people: 0.5"
        let counted = try load(
            part, "part: persons\n  networks: [{id: far, recall: 0.8, precision: 0.9}, {id: near}]",
            "{dwell: 2m}", "{hold: 2m, threshold: 5}")
        #expect(
            counted.looksFor
                == .persons(
                    .init(finders: [.init(network: "far", recall: 0.8, precision: 0.9), .init(network: "near")])))
        #expect(counted.looksFor.network(among: ["near"]) == "near" && counted.looksFor.network(among: []) == nil)
        let still = try load("network: lite0-street", "networks: [far, near]")
        #expect(still.looksFor.networks == ["far", "near"] && still.looksFor.network(among: ["far", "near"]) == "far")
        let told = try faults(part, "part: persons\n  recall: 0.5\n  networks: [{id: far}, {recall: 0.5}]")
        #expect(told.contains { $0.contains("looks_for.recall: belongs into each entry of 'networks'") }, "\(told)")
        #expect(told.contains { $0.contains("looks_for.networks[1].id: is missing") }, "\(told)")
    }

    @Test func `a folder without a manifest is named`() throws {
        let place = try TemporaryFolder.make()
        let error = #expect(throws: SettingsFaults.self) { try PackFile.load(place) }
        #expect(error?.description.contains("pack.yaml") == true, "\(error?.description ?? "")")
    }
}
