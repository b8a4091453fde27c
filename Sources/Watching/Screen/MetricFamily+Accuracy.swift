import Cases

extension MetricFamily {
    package static func modes(_ modes: [ModePair: HitMode]) -> MetricFamily {
        let lines = modes.map { pair, mode in
            "camera=\"\(pair.camera)\",algorithm=\"\(pair.algorithm)\",mode=\"\(mode.rawValue)\""
        }
        return MetricFamily(
            "mode", "gauge", "1 for the mode that an algorithm runs in on a camera.",
            lines.sorted().map { (labels: $0, value: 1) })
    }

    /// Field accuracy by algorithm; a share of nothing is left out.
    package static func accuracy(_ accuracy: FieldAccuracy) -> [MetricFamily] {
        let lines = accuracy.lines
        func shares(_ value: (Tally) -> Double?) -> [(labels: String, value: Double)] {
            lines.compactMap { line in value(line.tally).map { (labels: "algorithm=\"\(line.key)\"", value: $0) } }
        }
        return [
            MetricFamily(
                "field_hits", "gauge", "Hits of the last 30 days that became cases, or are kept in shadow.",
                shares { Double($0.hits) }),
            MetricFamily(
                "field_verdicts", "gauge", "Of them, those with a verdict.",
                lines.flatMap { line in
                    CaseVerdict.allCases.map { verdict in
                        (
                            labels: "algorithm=\"\(line.key)\",verdict=\"\(verdict.rawValue)\"",
                            value: Double(line.tally[verdict])
                        )
                    }
                }),
            MetricFamily("field_reviewed_ratio", "gauge", "The share with a verdict.", shares(\.reviewedShare)),
            MetricFamily(
                "field_precision_ratio", "gauge", "True of true and false verdicts; the target is 0.95.",
                shares(\.precision)),
            MetricFamily(
                "field_precision_lower_ratio", "gauge", "The lower end of its 95 % interval.",
                shares { $0.decided == 0 ? nil : $0.interval.lower }),
            MetricFamily(
                "field_precision_upper_ratio", "gauge", "The upper end of its 95 % interval.",
                shares { $0.decided == 0 ? nil : $0.interval.upper }),
        ]
    }
}
