import Cases
import Labels

/// Where a table of pictures has its question, and what its answers mean.
enum StillAnswers {
    /// One column for all pictures, named after the question.
    case column(String)
    /// Each row names its algorithm, and what a person said of the hit.
    case verdicts

    /// - Returns: nil where the columns have no question, or several.
    init?(columns: [String]) {
        if columns.contains("algorithm"), columns.contains("verdict") {
            self = .verdicts
            return
        }
        let answers = columns.filter { !["picture", "camera", "upstream"].contains($0) }
        guard answers.count == 1 else { return nil }
        self = .column(answers[0])
    }

    /// The column of the answers.
    var column: String {
        switch self {
        case .column(let name): name
        case .verdicts: "verdict"
        }
    }

    /// What is asked though there be no picture.
    var asked: [String] {
        switch self {
        case .column(let name): [name]
        case .verdicts: []
        }
    }

    /// The answers that there are.
    var known: [String] {
        switch self {
        case .column: Still.Truth.allCases.map(\.rawValue)
        case .verdicts: CaseVerdict.allCases.map(\.rawValue)
        }
    }

    /// The question of a row.
    func question(_ field: (String) -> String) -> String {
        switch self {
        case .column(let name): name
        case .verdicts: field("algorithm")
        }
    }

    /// - Returns: nil where it is no answer.
    func truth(_ answer: String) -> Still.Truth? {
        switch self {
        case .column: return Still.Truth(rawValue: answer)
        case .verdicts:
            switch CaseVerdict(rawValue: answer) {
            case .correct: return .yes
            case .wrong: return .no
            // As field precision has it: they count neither way.
            case .permitted, .duplicate, .unclear: return .unclear
            case nil: return nil
            }
        }
    }
}
