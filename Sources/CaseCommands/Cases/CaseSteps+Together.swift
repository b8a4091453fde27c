import ArgumentParser
import Cases
import Media
import Phrases
import Speaking

// 督办、吹哨、协办、标记: what others agree about a case while it goes its way.

struct Supervise: CaseStep {
    static let configuration = named(
        "supervise", Words(zh: "督办：跟踪案件。", en: "Follows it."), "supervise NUMBER --as 陈某 --level 2 --reply")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.level.help) var level: Int = 1
    @Flag(help: HelpWords.reply.help) var reply = false
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .supervise(level: level, needsReply: reply) }
}

struct Reply: CaseStep {
    static let configuration = named(
        "reply", Words(zh: "督办回复。", en: "Replies to it."), "reply NUMBER --as 王某 --note 今日完成")
    @OptionGroup var step: CaseStepArguments
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .reply }
}

struct Whistle: CaseStep {
    static let configuration = named(
        "whistle", Words(zh: "吹哨：召集部门到场。", en: "Calls departments to the place."),
        "whistle NUMBER --as 周某 --item 12 --call 交警支队 --call 水务所")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.item.help) var item: String
    @Option(help: HelpWords.call.help) var call: [String]
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .whistle(item: item, units: call) }
}

struct CheckIn: CaseStep {
    static let configuration = named(
        "check-in", Words(zh: "报到：被叫部门已到场。", en: "A called department is there."), "check-in NUMBER --unit 水务所 --as 孙某")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.department.help) var unit: String
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .checkIn(unit: unit) }
}

struct Answer: CaseStep {
    static let configuration = named(
        "answer", Words(zh: "答复：被叫部门说明办理情况。", en: "What a called department did."),
        "answer NUMBER --unit 水务所 --as 孙某 --note 已抽排")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.department.help) var unit: String
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .answer(unit: unit) }
}

struct Involve: CaseStep {
    static let configuration = named(
        "involve", Words(zh: "协办：指定协办单位。", en: "Names the co-handlers."), "involve NUMBER --as 赵某 --unit 市场监管所")
    @OptionGroup var step: CaseStepArguments
    @Option(help: HelpWords.coHandlers.help) var unit: [String] = []
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .involve(unit) }
}

struct Mark: CaseStep {
    static let configuration = named(
        "mark", Words(zh: "标记：urgent（紧急）或 three_cross（三跨）。", en: "Marks it urgent or three_cross."),
        "mark NUMBER urgent --as 李某")
    @OptionGroup var step: CaseStepArguments
    @Argument(help: HelpWords.flag.help) var flag: CaseAction.Flag
    @Flag(help: HelpWords.off.help) var off = false
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .mark(flag, !off) }
}

extension CaseAction.Flag: ExpressibleByArgument {}
