import ArgumentParser
import Cases

// 督办、吹哨、协办、标记: what others agree about a case while it goes its way.

struct Supervise: CaseStep {
    static let configuration = named("supervise", "督办：follows it.", "supervise NUMBER --as 陈某 --level 2 --reply")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "1, 2 or 3.") var level: Int = 1
    @Flag(help: "A reply is required.") var reply = false
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .supervise(level: level, needsReply: reply) }
}

struct Reply: CaseStep {
    static let configuration = named("reply", "督办回复：replies to it.", "reply NUMBER --as 王某 --note 今日完成")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .reply }
}

struct Whistle: CaseStep {
    static let configuration = named(
        "whistle", "吹哨：calls departments to the place.", "whistle NUMBER --as 周某 --item 12 --call 交警支队 --call 水务所")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "The item of the list that allows it.") var item: String
    @Option(help: "A department; may be given again.") var call: [String]
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .whistle(item: item, units: call) }
}

struct CheckIn: CaseStep {
    static let configuration = named(
        "check-in", "报到：a called department is there.", "check-in NUMBER --unit 水务所 --as 孙某")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "The department.") var unit: String
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .checkIn(unit: unit) }
}

struct Answer: CaseStep {
    static let configuration = named(
        "answer", "答复：what a called department did.", "answer NUMBER --unit 水务所 --as 孙某 --note 已抽排")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "The department.") var unit: String
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .answer(unit: unit) }
}

struct Involve: CaseStep {
    static let configuration = named("involve", "协办：names the co-handlers.", "involve NUMBER --as 赵某 --unit 市场监管所")
    @OptionGroup var step: CaseStepArguments
    @Option(help: "A co-handler; may be given again; none: nobody helps any more.") var unit: [String] = []
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .involve(unit) }
}

struct Mark: CaseStep {
    static let configuration = named("mark", "标记：urgent (紧急) or three_cross (三跨).", "mark NUMBER urgent --as 李某")
    @OptionGroup var step: CaseStepArguments
    @Argument(help: "urgent or three_cross.") var flag: CaseAction.Flag
    @Flag(help: "Takes the mark away.") var off = false
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .mark(flag, !off) }
}

extension CaseAction.Flag: ExpressibleByArgument {}
