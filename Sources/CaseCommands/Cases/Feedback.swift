import ArgumentParser
import CaseBook
import Cases
import Foundation
import Keeping
import Media
import Phrases
import Speaking
import Video

struct Feedback: CaseStep {
    static let configuration = named(
        "feedback", Words(zh: "反馈：确认已处置。", en: "Confirms that it is dealt with."),
        "feedback NUMBER --as 王某 --note 已劝离 --picture after.jpg")
    /// Bytes of a picture.
    private static let most = 20 * 1024 * 1024

    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.picture.help)
    var picture: String?
    @Option(help: HelpWords.taken.help) var taken: String?
    @Option(help: HelpWords.at.help) var at: String?

    func action(_ desk: CaseDesk, _ record: CaseRecord) throws -> CaseAction {
        guard let picture else { return .feedBack(nil) }
        return .feedBack(try afterPicture(try read(picture), picture, desk, record))
    }

    func run() throws {
        let desk = try step.place.open()
        let (record, _) = try desk.find(step.number)
        let action = try action(desk, record)
        guard let picture, case .feedBack(let after?) = action else { return try take(action, of: record, desk) }
        // The copy is kept only of what is allowed, and lies there before the case names it.
        let (actor, now) = (try desk.actor(step.person), WallTime(Date()))
        let refusal = try CaseCommand.asking { () throws(StoreError) in
            try desk.store.refusal(
                of: action, on: record.number, by: actor, note: step.note, at: now, under: desk.scheme)
        }
        if let refusal { throw fail(StoreError(refusal)) }
        let copy = desk.store.locate(after.path)
        let isThere = FileManager.default.fileExists(atPath: copy.path)
        do { try DurableFile.write(try read(picture).data, to: copy) } catch let error as ExitCode { throw error } catch
        {
            throw fail(CaseWords.pictureNotKept(error.localizedDescription))
        }
        do { try take(action, of: record, desk) } catch {
            if !isThere { _ = try? FileManager.default.removeItem(at: copy) }
            throw error
        }
    }

    private func read(_ path: String) throws -> (data: Data, still: StillPicture) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let bytes = (attributes?[.size] as? NSNumber)?.intValue ?? 0
        if bytes > Self.most {
            throw fail(CaseWords.pictureTooLarge(path, bytes / 1024 / 1024))
        }
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let data = FileManager.default.contents(atPath: path)
        else { throw fail(CaseWords.pictureNotRead(path)) }
        guard let still = StillPicture(data) else {
            throw fail(CaseWords.noPicture(path))
        }
        return (data, still)
    }

    private func afterPicture(
        _ read: (data: Data, still: StillPicture), _ path: String, _ desk: CaseDesk, _ record: CaseRecord
    ) throws -> CaseAction.AfterPicture {
        let sha256 = Digest.sha256(read.data)
        let folder = try CaseCommand.asking { () throws(StoreError) in try desk.store.evidenceFolder() }
        let name =
            "\(record.number)-\(CaseNumber.digits(of: record.incident))-after-\(sha256.prefix(8))"
            + ".\(read.still.format.rawValue)"
        return CaseAction.AfterPicture(
            path: desk.store.relative(folder.appending(path: name)), sha256: sha256, takenAt: try takenAt(path),
            place: try place())
    }

    private func takenAt(_ picture: String) throws -> WallTime {
        if let taken {
            guard let time = WallTime(rfc3339: taken) else {
                throw wrongUsage(CommandWords.noTime("--taken", taken))
            }
            return time
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: picture)
        return WallTime(attributes[.modificationDate] as? Date ?? Date())
    }

    private func place() throws -> Point? {
        guard let at else { return nil }
        let numbers = at.split(separator: ",").compactMap { Double($0) }
        guard numbers.count == 2, (-180...180).contains(numbers[0]), (-90...90).contains(numbers[1]) else {
            throw wrongUsage(CaseWords.noPlace(at))
        }
        return Point(x: numbers[0], y: numbers[1])
    }
}
