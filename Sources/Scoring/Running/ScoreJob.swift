import Labels
import Media
import Pipeline

/// One labelled video that is to be scored under one decode policy.
package struct ScoreJob: Sendable {
    /// What the labels say of it.
    package struct Truth: Sendable {
        /// No other clip of the run has it.
        package let name: String
        /// The name of the dataset that it is of; empty: of none.
        package let dataset: String
        package let camera: String
        package let conditions: [String]
        package let scene: String
        package let events: [TrueEvent]
        package let absent: Set<String>
        /// What somebody counted by eye.
        package let counts: [TrueCount]
        /// Things in the picture at moments.
        package let boxes: [ClipLabels.Moment]

        package init(
            name: String, dataset: String = "", camera: String, conditions: [String], scene: String,
            events: [TrueEvent], absent: Set<String>, counts: [TrueCount] = [], boxes: [ClipLabels.Moment] = []
        ) {
            (self.name, self.dataset, self.camera, self.conditions) = (name, dataset, camera, conditions)
            (self.scene, self.events, self.absent) = (scene, events, absent)
            (self.counts, self.boxes) = (counts, boxes)
        }
    }

    /// How many persons are in the picture at a moment, from `low` to `high`: people who count do not agree.
    package struct TrueCount: Hashable, Sendable {
        package let at: MediaTime
        package let low: Int
        package let high: Int

        package init(at: MediaTime, low: Int, high: Int) { (self.at, self.low, self.high) = (at, low, high) }
    }

    /// The path.
    package let video: String
    package let truth: Truth
    /// How it is watched; its id is unique among the jobs of a run.
    package let setup: CameraSetup
    /// Detections are in the zones of the labels; false: the whole picture was watched as one.
    package let byZone: Bool

    package init(video: String, truth: Truth, setup: CameraSetup, byZone: Bool) {
        (self.video, self.truth, self.setup, self.byZone) = (video, truth, setup, byZone)
    }

    package var policy: String { setup.policy.description }
}
