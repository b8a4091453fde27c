import Media

/// What came of one clip under one decode policy.
package struct ClipFindings: Sendable {
    /// The video's name.
    package let clip: String
    package let camera: String
    package let conditions: [String]
    package let policy: String
    package let length: Duration
    /// Of the algorithms whose truth the clip tells.
    package let findings: [Finding]
    /// The algorithms whose truth the clip tells: it has events of them, or says that there are none.
    package let judged: Set<String>
    /// Detections of which the clip does not tell the truth: they count for nothing.
    package let unjudged: Int

    package init(
        clip: String, camera: String, conditions: [String], policy: String, length: Duration, events: [TrueEvent],
        absent: Set<String>, detections: [Detection], byZone: Bool = true
    ) {
        (self.clip, self.camera, self.conditions) = (clip, camera, conditions)
        (self.policy, self.length) = (policy, length)
        let judged = absent.union(events.map(\.algorithm))
        self.judged = judged
        let known = detections.filter { judged.contains($0.algorithm) }
        findings = EventMatching.findings(of: events, known, byZone: byZone)
        unjudged = detections.count - known.count
    }

    /// - Parameter algorithm: nil: all.
    package func findings(of algorithm: String?) -> [Finding] {
        findings.filter { algorithm == nil || $0.algorithm == algorithm }
    }
}
