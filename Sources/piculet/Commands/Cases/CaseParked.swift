import ArgumentParser
import CaseBook
import Media
import Store

/// `piculet case parked`: what could never be kept where it belongs.
struct CaseParked: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parked", abstract: "Lists what is at odds with what is kept and was put aside, the newest first.",
        discussion: "Example: piculet case parked --store demo-output/piculet.sqlite")

    @OptionGroup var place: CaseCommand.Place

    func run() throws {
        let desk = try place.open()
        for one in try CaseCommand.asking({ () throws(StoreError) in try desk.store.parked() }) {
            print(
                [one.at.rfc3339(in: desk.zone), one.kind, one.subject, one.reason, one.content]
                    .map(\.shownSafely).joined(separator: "\t"))
        }
    }
}
