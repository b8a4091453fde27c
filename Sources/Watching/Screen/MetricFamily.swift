/// Figures of one name, as Prometheus text.
package struct MetricFamily {
    let name: String
    let type: String
    let help: String
    let samples: [(labels: String, value: Double)]

    init(_ name: String, _ type: String, _ help: String, _ samples: [(labels: String, value: Double)]) {
        (self.name, self.type, self.help, self.samples) = (name, type, help, samples)
    }

    package var lines: [String] {
        ["# HELP piculet_\(name) \(help)", "# TYPE piculet_\(name) \(type)"]
            + samples.map { labels, value in
                let shown = value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
                return "piculet_\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(shown)"
            }
    }
}
