import ArgumentParser
import Cases
import Media
import Phrases
import Speaking

// 接单、到场、回退、挂账、延期: what the unit does that has it.

struct Claim: CaseStep {
    static let configuration = named("claim", Words(zh: "接单。", en: "Takes it."), "claim NUMBER --as 王某")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .claim }
}

struct Arrive: CaseStep {
    static let configuration = named("arrive", Words(zh: "到场。", en: "Is there."), "arrive NUMBER --as 王某")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .arrive }
}

struct Return: CaseStep {
    static let configuration = named(
        "return", Words(zh: "回退：不属本单位，退回。", en: "Gives it back, as it is another's."),
        "return NUMBER --as 王某 --note 不属本单位管辖")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .giveBack }
}

struct AskSuspension: CaseStep {
    static let configuration = named(
        "ask-suspension", Words(zh: "申请挂账：申请挂起至某日。", en: "Asks that it rests until a day has passed."),
        "ask-suspension NUMBER --as 王某 --until 2026-04-01 --note 待施工")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.until.help) var until: String
    func action(_ desk: CaseDesk, _ record: CaseRecord) throws -> CaseAction {
        guard let day = CalendarDate(until) else {
            throw wrongUsage(CaseWords.noDay(until))
        }
        return .ask(.suspension(until: day.advanced(by: 1).moment(minute: 0, in: desk.zone)))
    }
}

struct AskExtension: CaseStep {
    static let configuration = named(
        "ask-extension", Words(zh: "申请延期：再申请同样长的时间。", en: "Asks for as much time again."),
        "ask-extension NUMBER --as 王某 --note 需多部门会商")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .ask(.extension) }
}

struct Review: CaseStep {
    static let configuration = named(
        "review",
        Words(
            zh: "审批：同意或不同意申请（先部门，后派遣员）。",
            en: "Approves what was asked for (the department, then the dispatcher), or refuses it."),
        "review NUMBER suspension --as 赵某")
    @OptionGroup var step: CaseStepArguments
    @Argument(help: HelpWords.request.help) var what: CaseAction.Request.Kind
    @Flag(help: HelpWords.refuse.help) var refuse = false
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .review(what, isApproved: !refuse) }
}

struct Resume: CaseStep {
    static let configuration = named("resume", Words(zh: "解除挂账。", en: "Lifts a suspension."), "resume NUMBER --as 赵某")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .resume }
}

extension CaseAction.Request.Kind: ExpressibleByArgument {}
