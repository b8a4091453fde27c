import ArgumentParser
import Cases
import Media
import Phrases
import Speaking

// 核查、结案、归并、作废、重开、申诉: how cases end, and do not.

struct Check: CaseStep {
    static let configuration = named(
        "check", Words(zh: "核查：查看是否已消除。", en: "Looks whether it is gone."), "check NUMBER passed --as 张某")
    enum Outcome: String, CaseIterable, ExpressibleByArgument { case passed, failed }
    @OptionGroup var step: CaseStepArguments
    @Argument(help: HelpWords.check.help) var outcome: Outcome
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .check(isPassed: outcome == .passed) }
}

struct Close: CaseStep {
    static let configuration = named("close", Words(zh: "结案。", en: "Closes it."), "close NUMBER --as 李某")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.condition.help) var condition: String?
    @Option(help: AccuracyWords.verdictToo.help) var verdict: CaseVerdict?
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction {
        .close(condition: condition ?? record.course.registration?.standard ?? record.algorithm)
    }
}

struct RefuseClosing: CaseStep {
    static let configuration = named(
        "refuse-closing", Words(zh: "不予结案：退回重新处置。", en: "Sends it back to be done properly."),
        "refuse-closing NUMBER --as 李某 --note 照片不清")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .refuseClosing }
}

struct Merge: CaseStep {
    static let configuration = named(
        "merge", Words(zh: "归并：并入主案件。", en: "Joins it to a master case."),
        "merge NUMBER --into MASTER --as 赵某 --note 同一摊位")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.master.help) var into: String
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .merge(into: into) }
}

struct Unmerge: CaseStep {
    static let configuration = named(
        "unmerge", Words(zh: "撤销归并：主案件未终结时恢复为独立案件。", en: "Makes it a case of its own again, while its master is open."),
        "unmerge NUMBER --as 赵某")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .unmerge }
}

struct VoidCase: CaseStep {
    static let configuration = named(
        "void", Words(zh: "作废：误立案件。", en: "It was opened in error."), "void NUMBER --as 李某 --witness 赵某 --note 误报")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.witness.help) var witness: String?
    @Option(help: AccuracyWords.verdictToo.help) var verdict: CaseVerdict?
    func action(_ desk: CaseDesk, _ record: CaseRecord) throws -> CaseAction {
        .void(witness: try witness.map { try desk.actor($0).name })
    }

    func run() throws {
        let desk = try step.place.open()
        let (record, _) = try desk.find(step.number)
        try take(try action(desk, record), of: record, desk)
        // The note says why in words, which nobody guesses at.
        if verdict == nil, record.course.judged == nil { warn(AccuracyWords.voidHint(step.number)) }
    }
}

struct ForceClose: CaseStep {
    static let configuration = named(
        "force-close", Words(zh: "强制结案：依文件结案。", en: "Closes it by authority."),
        "force-close NUMBER --as 陈某 --document 沪府办〔2026〕1号 --note 历史遗留")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.document.help) var document: String
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .forceClose(document: document) }
}

struct Reopen: CaseStep {
    static let configuration = named(
        "reopen", Words(zh: "重开：并未消除。", en: "It is not gone after all."), "reopen NUMBER --as 李某")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .reopen }
}

struct Appeal: CaseStep {
    static let configuration = named(
        "appeal", Words(zh: "申诉：申请不计超时。", en: "Asks that being overdue is not counted."),
        "appeal NUMBER --as 王某 --note 道路封闭")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .appeal }
}

struct ReviewAppeal: CaseStep {
    static let configuration = named(
        "review-appeal", Words(zh: "申诉审批：先派遣员，后受理员。", en: "The dispatcher's, then the acceptor's."),
        "review-appeal NUMBER --as 赵某")
    @OptionGroup var step: CaseStepArguments
    @Flag(help: HelpWords.refuse.help) var refuse = false
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .reviewAppeal(isApproved: !refuse) }
}
