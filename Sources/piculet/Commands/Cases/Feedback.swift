import ArgumentParser
import CaseBook
import Cases
import Foundation
import Keeping
import Media
import Video

struct Feedback: CaseStep {
    static let configuration = named(
        "feedback", "反馈：confirms that it is dealt with.", "feedback NUMBER --as 王某 --note 已劝离 --picture after.jpg")
    /// Bytes of a picture.
    private static let most = 20 * 1024 * 1024

    @OptionGroup var step: CaseStepArguments
    @Option(help: "A picture that shows it (JPEG or PNG, at most 20 MB); a copy is kept with the evidence.")
    var picture: String?
    @Option(help: "When it was taken (RFC 3339); the file's own time where it is not given.") var taken: String?
    @Option(help: "Where it was taken, longitude and latitude: 121.47,31.23.") var at: String?

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
        if let refusal { throw fail("\(StoreError(refusal))") }
        let copy = desk.store.locate(after.path)
        let isThere = FileManager.default.fileExists(atPath: copy.path)
        do { try DurableFile.write(try read(picture).data, to: copy) } catch let error as ExitCode { throw error } catch
        {
            throw fail("--picture: the copy cannot be kept (\(error.localizedDescription)). Check the disk.")
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
            throw fail("--picture: '\(path)' has \(bytes / 1024 / 1024) MB; 20 MB are allowed. Send a smaller one.")
        }
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let data = FileManager.default.contents(atPath: path)
        else { throw fail("--picture: '\(path)' cannot be read. Check the path.") }
        guard let still = StillPicture(data) else {
            throw fail("--picture: '\(path)' is no picture that can be shown. Give a JPEG or PNG file.")
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
                throw ValidationError("--taken: '\(taken)' is no time. Write it as 2026-03-01T08:00:00+08:00.")
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
            throw ValidationError("--at: '\(at)' is no place. Write longitude and latitude, 121.47,31.23.")
        }
        return Point(x: numbers[0], y: numbers[1])
    }
}
