import ArgumentParser
import Cases
import Foundation
import Keeping
import Media
import Video

// 接单、到场、回退、挂账、延期、反馈: what the unit does that has it.

struct Claim: CaseStep {
    static let configuration = named("claim", "接单：takes it.", "claim NUMBER --as 王某")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .claim }
}

struct Arrive: CaseStep {
    static let configuration = named("arrive", "到场：is there.", "arrive NUMBER --as 王某")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .arrive }
}

struct Return: CaseStep {
    static let configuration = named(
        "return", "回退：gives it back, as it is another's.", "return NUMBER --as 王某 --note 不属本单位管辖")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .giveBack }
}

struct AskSuspension: CaseStep {
    static let configuration = named(
        "ask-suspension", "申请挂账：asks that it rests until a day has passed.",
        "ask-suspension NUMBER --as 王某 --until 2026-04-01 --note 待施工")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "The last day, 2026-04-01.") var until: String
    func action(_ desk: CaseDesk, _ record: CaseRecord) throws -> CaseAction {
        guard let day = CalendarDate(until) else {
            throw ValidationError("--until: '\(until)' is no day. Write it as 2026-04-01.")
        }
        return .ask(.suspension(until: day.advanced(by: 1).moment(minute: 0, in: desk.zone)))
    }
}

struct AskExtension: CaseStep {
    static let configuration = named(
        "ask-extension", "申请延期：asks for as much time again.", "ask-extension NUMBER --as 王某 --note 需多部门会商")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .ask(.extension) }
}

struct Review: CaseStep {
    static let configuration = named(
        "review", "审批：approves what was asked for (the department, then the dispatcher), or refuses it.",
        "review NUMBER suspension --as 赵某")
    @OptionGroup var step: CaseStepArguments
    @Argument(help: "suspension or extension.") var what: CaseAction.Request.Kind
    @Flag(help: "Refuses it.") var refuse = false
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .review(what, isApproved: !refuse) }
}

struct Resume: CaseStep {
    static let configuration = named("resume", "解除挂账：lifts a suspension.", "resume NUMBER --as 赵某")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .resume }
}

struct Feedback: CaseStep {
    static let configuration = named(
        "feedback", "反馈：confirms that it is dealt with.", "feedback NUMBER --as 王某 --note 已劝离 --picture after.jpg")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "A picture that shows it; a copy is kept beside the evidence.") var picture: String?
    @Option(help: "When it was taken (RFC 3339); the file's own time where it is not given.") var taken: String?
    @Option(help: "Where it was taken, longitude and latitude: 121.47,31.23.") var at: String?

    func action(_ desk: CaseDesk, _ record: CaseRecord) throws -> CaseAction {
        guard let picture else { return .feedBack(nil) }
        guard let data = FileManager.default.contents(atPath: picture) else {
            throw fail("--picture: '\(picture)' cannot be read. Check the path.")
        }
        let name =
            "evidence/\(record.number)-after-\(Digest.sha256(data).prefix(8)).\(URL(fileURLWithPath: picture).pathExtension)"
        do { try DurableFile.write(data, to: desk.store.locate(name)) } catch {
            throw fail("--picture: the copy cannot be kept (\(error.localizedDescription)). Check the disk.")
        }
        return .feedBack(
            .init(path: name, sha256: Digest.sha256(data), takenAt: try takenAt(picture), place: try place()))
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

extension CaseAction.Request.Kind: ExpressibleByArgument {}
