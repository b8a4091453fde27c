import ArgumentParser
import Cases
import Media

// 受理、核实、立案、派遣: what comes before somebody is on the way.

struct Accept: CaseStep {
    static let configuration = named("accept", "受理：takes a report on.", "accept NUMBER --as 李某")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .accept }
}

struct AskVerification: CaseStep {
    static let configuration = named(
        "ask-verification", "发核实：has somebody look first.",
        "ask-verification NUMBER --as 李某 --of 张某 --remark 是否仍在占道")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "Who looks.") var of: String
    @Option(help: "What to look at.") var remark: String
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .askVerification(of: of, remark: remark) }
}

struct Verify: CaseStep {
    static let configuration = named("verify", "核实：says what the second look found.", "verify NUMBER exists --as 张某")
    @OptionGroup var step: CaseStepArguments
    @Argument(help: "exists, not_exists or unable.") var verdict: CaseAction.Verdict
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .verify(verdict) }
}

struct Register: CaseStep {
    static let configuration = named(
        "register", "立案：makes it a case.", "register NUMBER --as 李某 --limit \"4 work_hour\"")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "The standard (立案条件) by which; the algorithm's own where none is named.") var standard: String?
    @Option(help: "How long handling may take, such as 2h or '4 work_hour'.") var limit: Limit?
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction {
        let usual = desk.scheme.registration(of: record.algorithm)
        return .register(
            .init(
                standard: standard ?? usual.standard, text: standard == nil ? usual.text : "",
                limit: limit ?? usual.limit))
    }
}

struct Reject: CaseStep {
    static let configuration = named(
        "reject", "不予受理、不予立案：it is no case.", "reject NUMBER false_detection --as 李某")
    @OptionGroup var step: CaseStepArguments
    @Argument(help: "false_detection, permitted, out_of_area or below_threshold.") var reason: CaseAction.Rejection
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .reject(reason) }
}

struct Dispatch: CaseStep {
    static let configuration = named(
        "dispatch", "派遣：sends it to a unit, for the first time or after a return.",
        "dispatch NUMBER --as 赵某 --to 城管中队 --with 市场监管所")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "The lead unit.") var to: String
    @Option(help: "A co-handler (协办); may be given again.") var with: [String] = []
    @Option(help: "Who is on duty there.") var person: String?
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction {
        .dispatch(.init(lead: to, coUnits: with, person: person, rule: "by hand"))
    }
}

struct SendBack: CaseStep {
    static let configuration = named(
        "send-back", "退回受理：gives it back to the acceptor, as it is of another class.",
        "send-back NUMBER --as 赵某 --note 类别有误")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .sendBack }
}

extension CaseAction.Verdict: ExpressibleByArgument {}
extension CaseAction.Rejection: ExpressibleByArgument {}

extension Limit: ExpressibleByArgument {
    public init?(argument: String) { self.init(configured: argument) }
}
