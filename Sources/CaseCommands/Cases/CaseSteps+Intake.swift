import ArgumentParser
import Cases
import Media
import Phrases
import Speaking

// 受理、核实、立案、派遣: what comes before somebody is on the way.

struct Accept: CaseStep {
    static let configuration = named("accept", Words(zh: "受理。", en: "Takes a report on."), "accept NUMBER --as 李某")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .accept }
}

struct AskVerification: CaseStep {
    static let configuration = named(
        "ask-verification", Words(zh: "发核实：先派人核实。", en: "Has somebody look first."),
        "ask-verification NUMBER --as 李某 --of 张某 --remark 是否仍在占道")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.verifier.help) var of: String
    @Option(help: HelpWords.remark.help) var remark: String
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .askVerification(of: of, remark: remark) }
}

struct Verify: CaseStep {
    static let configuration = named(
        "verify", Words(zh: "核实：说明核实结果。", en: "Says what the second look found."), "verify NUMBER exists --as 张某")
    @OptionGroup var step: CaseStepArguments
    @Argument(help: HelpWords.verdict.help) var found: CaseAction.Verdict
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .verify(found) }
}

struct Register: CaseStep {
    static let configuration = named(
        "register", Words(zh: "立案。", en: "Makes it a case."), "register NUMBER --as 李某 --limit \"4 work_hour\"")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.standard.help) var standard: String?
    @Option(help: HelpWords.limit.help) var limit: Limit?
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction {
        let usual = desk.scheme.registration(of: record)
        return .register(
            .init(
                standard: standard ?? usual.standard, text: standard == nil ? usual.text : "",
                limit: limit ?? usual.limit))
    }
}

struct Reject: CaseStep {
    static let configuration = named(
        "reject", Words(zh: "不予受理、不予立案。", en: "It is no case."), "reject NUMBER false_detection --as 李某")
    @OptionGroup var step: CaseStepArguments
    @Argument(help: HelpWords.rejection.help) var reason: CaseAction.Rejection
    @Option(help: AccuracyWords.verdictToo.help) var verdict: CaseVerdict?
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .reject(reason) }
}

struct Dispatch: CaseStep {
    static let configuration = named(
        "dispatch", Words(zh: "派遣：首次派给单位，或回退后再派。", en: "Sends it to a unit, for the first time or after a return."),
        "dispatch NUMBER --as 赵某 --to 城管中队 --with 市场监管所")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.lead.help) var to: String
    @Option(help: HelpWords.with.help) var with: [String] = []
    @Option(help: HelpWords.onDuty.help) var person: String?
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction {
        .dispatch(.init(lead: to, coUnits: with, person: person, rule: "by hand"))
    }
}

struct SendBack: CaseStep {
    static let configuration = named(
        "send-back", Words(zh: "退回受理：类别有误，退回受理员。", en: "Gives it back to the acceptor, as it is of another class."),
        "send-back NUMBER --as 赵某 --note 类别有误")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .sendBack }
}

extension CaseAction.Verdict: ExpressibleByArgument {}
extension CaseAction.Rejection: ExpressibleByArgument {}

extension Limit: ExpressibleByArgument {
    public init?(argument: String) { self.init(configured: argument) }
}
