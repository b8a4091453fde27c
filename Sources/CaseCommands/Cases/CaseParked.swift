import ArgumentParser
import CaseBook
import Media
import Phrases
import Speaking
import Store

/// `piculet case parked`: what could never be kept where it belongs.
struct CaseParked: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parked", abstract: HelpWords.caseParked[Speech.language],
        discussion: HelpWords.example("piculet case parked --store demo-output/piculet.sqlite")[Speech.language])

    @OptionGroup var place: CaseCommand.Place

    func run() throws {
        let desk = try place.open()
        for one in try CaseCommand.asking({ () throws(StoreError) in try desk.store.parked() }) {
            say(row: [one.at.rfc3339(in: desk.zone), one.kind, one.subject, one.reason, one.content])
        }
    }
}
