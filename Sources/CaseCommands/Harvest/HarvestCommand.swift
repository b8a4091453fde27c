import ArgumentParser
import CaseBook
import Cases
import Foundation
import Media
import Phrases
import Settings
import Speaking
import Store

/// `piculet labels harvest`: what people said of hits in the street becomes a dataset.
package struct HarvestCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "harvest", abstract: HarvestWords.harvest[Speech.language],
        discussion: HelpWords.discussion(
            "piculet labels harvest --since 90d --config piculet.yaml --output dataset", HarvestWords.split)[
                Speech.language])

    @Option(help: AccuracyWords.since.help) var since: String?
    @Option(help: HarvestWords.output.help) var output: String
    @OptionGroup var place: CaseCommand.Place

    package init() {}

    package func run() throws {
        let since = try Since.read(since)
        let settings = try place.config.map(Configuration.load)
        let desk = try place.open()
        var query = CaseQuery()
        query.isReviewed = true
        query.hitFrom = since?.moment(before: WallTime(Date()), in: desk.zone)
        let listing = try CaseCommand.asking { () throws(StoreError) in try desk.store.list(query) }
        for one in listing.aside { warn(CaseWords.unreadable(one.number, one.reason)) }
        let folder = URL(fileURLWithPath: output, isDirectory: true)
        let old = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard old.isEmpty, !Self.isFile(folder) else { throw fail(HarvestWords.notEmpty(output)) }
        let harvest = Harvest(desk: desk, cameras: settings?.cameras ?? [], folder: folder)
        let found = harvest.pictures(of: listing.cases)
        if found.isEmpty { throw fail(HarvestWords.nothing) }
        do { try harvest.write(found) } catch {
            throw fail(HarvestWords.notWritten(output, error.localizedDescription))
        }
        let missing = listing.cases.count - found.count
        if missing > 0 { say(HarvestWords.missing(missing)) }
        let cameras = Set(found.map(\.record.camera))
        say(
            HarvestWords.done(
                found.count, cameras.count, judging: cameras.count { CameraSplit(camera: $0) == .judging }, output))
    }

    private static func isFile(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        let isThere = unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        return isThere && !isFolder.boolValue
    }
}
