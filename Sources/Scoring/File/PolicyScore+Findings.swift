extension PolicyScore {
    /// - Parameters:
    ///   - algorithms: in the order in which they are told.
    ///   - clips: of this policy.
    ///   - counts: how well persons were counted in them.
    ///   - boxes: how well boxes lie in them; nil: none is labelled.
    package init(
        _ policy: String, _ algorithms: [String], over clips: [ClipFindings], counts: [CountScore] = [],
        boxes: BoxScores? = nil
    ) {
        let conditions = Set(clips.flatMap(\.conditions)).sorted()
        func scores(_ clips: [ClipFindings]) -> (AlgorithmScore, [AlgorithmScore]) {
            (AlgorithmScore(nil, over: clips), algorithms.map { AlgorithmScore($0, over: clips) })
        }
        let (overall, each) = scores(clips)
        self.init(
            policy: policy, overall: overall, algorithms: each,
            conditions: conditions.map { condition in
                let (overall, each) = scores(clips.filter { $0.conditions.contains(condition) })
                return ConditionScore(condition: condition, overall: overall, algorithms: each)
            }, counts: counts, boxes: boxes)
    }
}
