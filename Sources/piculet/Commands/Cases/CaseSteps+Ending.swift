import ArgumentParser
import Cases
import Media

// 核查、结案、归并、作废、重开、申诉: how cases end, and do not.

struct Check: CaseStep {
    static let configuration = named("check", "核查：looks whether it is gone.", "check NUMBER passed --as 张某")
    enum Verdict: String, CaseIterable, ExpressibleByArgument { case passed, failed }
    @OptionGroup var step: CaseStepArguments
    @Argument(help: "passed or failed.") var verdict: Verdict
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .check(isPassed: verdict == .passed) }
}

struct Close: CaseStep {
    static let configuration = named("close", "结案：closes it.", "close NUMBER --as 李某")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "The condition (结案条件) that is met; the standard's own where none is named.") var condition: String?
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction {
        .close(condition: condition ?? record.course.registration?.standard ?? record.algorithm)
    }
}

struct RefuseClosing: CaseStep {
    static let configuration = named(
        "refuse-closing", "不予结案：sends it back to be done properly.", "refuse-closing NUMBER --as 李某 --note 照片不清")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .refuseClosing }
}

struct Merge: CaseStep {
    static let configuration = named(
        "merge", "归并：joins it to a master case.", "merge NUMBER --into MASTER --as 赵某 --note 同一摊位")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "The master's number.") var into: String
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .merge(into: into) }
}

struct Unmerge: CaseStep {
    static let configuration = named(
        "unmerge", "撤销归并：makes it a case of its own again, while its master is open.", "unmerge NUMBER --as 赵某")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .unmerge }
}

struct VoidCase: CaseStep {
    static let configuration = named(
        "void", "作废：it was opened in error.", "void NUMBER --as 李某 --witness 赵某 --note 误报")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "The second person, where it was dispatched already.") var witness: String?
    func action(_ desk: CaseDesk, _ record: CaseRecord) throws -> CaseAction {
        .void(witness: try witness.map { try desk.actor($0).name })
    }
}

struct ForceClose: CaseStep {
    static let configuration = named(
        "force-close", "强制结案：closes it by authority.", "force-close NUMBER --as 陈某 --document 沪府办〔2026〕1号 --note 历史遗留")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "The document that decides it.") var document: String
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .forceClose(document: document) }
}

struct Reopen: CaseStep {
    static let configuration = named("reopen", "重开：it is not gone after all.", "reopen NUMBER --as 李某")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .reopen }
}

struct Appeal: CaseStep {
    static let configuration = named(
        "appeal", "申诉：asks that being overdue is not counted.", "appeal NUMBER --as 王某 --note 道路封闭")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .appeal }
}

struct ReviewAppeal: CaseStep {
    static let configuration = named(
        "review-appeal", "申诉审批：the dispatcher's, then the acceptor's.", "review-appeal NUMBER --as 赵某")
    @OptionGroup var step: CaseStepArguments
    @Flag(help: "Refuses it.") var refuse = false
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .reviewAppeal(isApproved: !refuse) }
}
