import ArgumentParser
import Cases
import Media
import Phrases
import Speaking

/// `piculet case verdict`: what the hit was.
struct Judge: CaseStep {
    static let configuration = named("verdict", AccuracyWords.verdictStep, "verdict NUMBER false --as 李某 --note 树影")
    @OptionGroup var step: CaseStepArguments
    @Argument(help: AccuracyWords.verdict.help) var found: CaseVerdict
    func action(_ desk: CaseDesk, _ record: CaseRecord) -> CaseAction { .judge(found) }
}
