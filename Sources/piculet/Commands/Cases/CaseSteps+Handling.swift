import ArgumentParser
import Cases
import Media

// 接单、到场、回退、挂账、延期: what the unit does that has it.

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

extension CaseAction.Request.Kind: ExpressibleByArgument {}
