import Media

/// What an algorithm must reach: `street-stall recall>=0.9 false-per-day<=0.5`. `all` stands for all algorithms together.
package struct Requirement: Hashable, Sendable {
    package enum Figure: String, CaseIterable, Sendable {
        case precision, recall, f1
        case falsePerHour = "false-per-hour"
        case falsePerDay = "false-per-day"
        /// Seconds from the beginning of an event to its hit.
        case detectMedian = "detect-median"
        case detectLongest = "detect-longest"
        /// Of still pictures.
        case auc

        /// It is measured on still pictures, whatever the decode policy.
        fileprivate var isOfStills: Bool { self == .auc }
    }

    package enum Comparison: String, CaseIterable, Sendable {
        case atLeast = ">="
        case atMost = "<="
    }

    package struct Bound: Hashable, Sendable {
        package let figure: Figure
        package let comparison: Comparison
        package let limit: Double
    }

    package let algorithm: String
    package let bounds: [Bound]

    /// - Throws: `RequirementError`: which word is wrong, and what may stand there.
    package init(_ text: String, known: [String]) throws(RequirementError) {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let algorithm = words.first, words.count > 1 else { throw .incomplete(text) }
        guard known.contains(algorithm) || algorithm == AlgorithmScore.overallID else {
            throw .noAlgorithm(algorithm, NearestName.of(algorithm, among: known), known)
        }
        self.algorithm = algorithm
        var bounds: [Bound] = []
        for word in words.dropFirst() { bounds.append(try Self.bound(word)) }
        self.bounds = bounds
    }

    private static func bound(_ word: String) throws(RequirementError) -> Bound {
        for comparison in Comparison.allCases {
            guard let range = word.firstRange(of: comparison.rawValue) else { continue }
            let name = String(word[..<range.lowerBound])
            guard let figure = Figure(rawValue: name) else {
                throw .noFigure(name, NearestName.of(name, among: Figure.allCases.map(\.rawValue)))
            }
            guard let limit = Double(word[range.upperBound...]), limit.isFinite else { throw .noNumber(word) }
            return Bound(figure: figure, comparison: comparison, limit: limit)
        }
        throw .noComparison(word)
    }

    /// What does not hold; empty: all of it does. A figure that nothing was measured for does not hold.
    ///
    /// - Parameter scores: of one decode policy.
    package func failures(in scores: PolicyScore) -> [RequirementFailure] {
        let score =
            algorithm == AlgorithmScore.overallID
            ? scores.overall : scores.algorithms.first { $0.algorithm == algorithm }
        return failures(bounds.filter { !$0.figure.isOfStills }, policy: scores.policy) { figure in
            score.flatMap { $0.value(of: figure) }
        }
    }

    /// What does not hold of still pictures.
    package func failures(in stills: [StillScore]) -> [RequirementFailure] {
        let score = stills.first { $0.algorithm == algorithm }
        return failures(bounds.filter(\.figure.isOfStills), policy: Self.stills) { _ in score?.figures?.auc.value }
    }

    /// What does not hold because no footage was scored.
    package var unmeasured: [RequirementFailure] {
        failures(bounds.filter { !$0.figure.isOfStills }, policy: "-") { _ in nil }
    }

    /// What stands for the decode policy where there is none.
    private static let stills = "stills"

    private func failures(
        _ bounds: [Bound], policy: String, _ measured: (Figure) -> Double?
    ) -> [RequirementFailure] {
        bounds.compactMap { bound in
            let value = measured(bound.figure)
            let holds = value.map { bound.comparison == .atLeast ? $0 >= bound.limit : $0 <= bound.limit } ?? false
            return holds ? nil : RequirementFailure(algorithm: algorithm, policy: policy, bound: bound, value: value)
        }
    }
}

/// One bound that does not hold.
package struct RequirementFailure: Hashable, Sendable {
    package let algorithm: String
    package let policy: String
    package let bound: Requirement.Bound
    /// nil: there was nothing to measure it by.
    package let value: Double?

    package var words: Words {
        let asked = "\(algorithm) \(bound.figure.rawValue)\(bound.comparison.rawValue)\(bound.limit)"
        guard let value else {
            return Words(
                zh: "\(asked) 未达到（\(policy)）：没有可供计算的数据", en: "\(asked) does not hold (\(policy)): nothing was measured")
        }
        return Words(
            zh: "\(asked) 未达到（\(policy)）：实测 \(value)", en: "\(asked) does not hold (\(policy)): it is \(value)")
    }
}

extension AlgorithmScore {
    package static let overallID = "all"

    /// nil: nothing was measured.
    package func value(of figure: Requirement.Figure) -> Double? {
        switch figure {
        case .precision: precision.value
        case .recall: recall.value
        case .f1: f1
        case .falsePerHour: falsePerHour.value
        case .falsePerDay: falsePerDay.value
        case .detectMedian: timeToDetect.medianS
        case .detectLongest: timeToDetect.longestS
        case .auc: nil
        }
    }
}
