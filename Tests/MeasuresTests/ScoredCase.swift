import Measures

/// Scores with whether each is true, as a reference file has them.
protocol ScoredCase {
    var scores: [Double] { get }
    var `true`: [Int] { get }
}

extension ScoredCase {
    var scored: [Scored] { zip(scores, `true`).map { Scored($0, isPositive: $1 == 1) } }
}

extension [Scored] {
    init(positive: [Double], negative: [Double]) {
        self = positive.map { Scored($0, isPositive: true) } + negative.map { Scored($0, isPositive: false) }
    }
}
