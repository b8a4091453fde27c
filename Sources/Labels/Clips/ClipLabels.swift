import Media

/// What is true of one recorded clip: the truth that algorithms are scored against.
///
/// A value as its file says it: times may be negative, zones missing. `LabelCheck` judges it before anything is scored.
package struct ClipLabels: Hashable, Sendable {
    /// The video's file name, without folders.
    package var video: String
    /// The id of the camera that filmed it. Clips of one camera are never divided between learning and judging.
    package var camera: String
    package var conditions: [Condition]
    /// What is seen, for people; may be empty.
    package var scene: String
    package var zones: [Zone]
    package var events: [Event]
    /// The algorithms that have nothing to find in this clip: whatever they report is false.
    package var absent: [String]
    package var counts: [Count]
    package var boxes: [Moment]
    /// For people; may be empty.
    package var note: String

    /// - Parameter camera: nil: the video's name without its ending.
    package init(
        video: String, camera: String? = nil, conditions: [Condition] = [], scene: String = "", zones: [Zone] = [],
        events: [Event] = [], absent: [String] = [], counts: [Count] = [], boxes: [Moment] = [], note: String = ""
    ) {
        (self.video, self.camera) = (video, camera ?? video.withoutEnding)
        (self.conditions, self.scene, self.zones, self.events) = (conditions, scene, zones, events)
        (self.absent, self.counts, self.boxes, self.note) = (absent, counts, boxes, note)
    }
}

extension ClipLabels {
    /// What makes a clip hard, or how it was made; figures are told apart by these.
    package enum Condition: String, CaseIterable, Sendable {
        case day, night, rain, shadow, crowded
        /// Made by a program.
        case drawn
        /// Filmed in the street.
        case real
    }

    /// Something that an algorithm must find.
    package struct Event: Hashable, Sendable {
        /// The algorithm's id.
        package var algorithm: String
        /// The id of one of the clip's zones.
        package var zone: String
        package var start: MediaTime
        package var end: MediaTime
        /// How far the start may lie from what is written; the end is taken as it is.
        package var tolerance: Duration
        /// Where in the picture; nil: anywhere in the zone.
        package var place: Place?
        package var note: String

        /// Of an event that names none.
        package static let usualTolerance = Duration.seconds(2)

        package init(
            algorithm: String, zone: String, start: MediaTime, end: MediaTime,
            tolerance: Duration = Event.usualTolerance, place: Place? = nil, note: String = ""
        ) {
            (self.algorithm, self.zone, self.start, self.end) = (algorithm, zone, start, end)
            (self.tolerance, self.place, self.note) = (tolerance, place, note)
        }
    }

    /// Where in the picture an event is.
    package enum Place: Hashable, Sendable {
        /// 0..1.
        case share(Box)
        /// Pixels of the video from its upper left, as `box_px` has them: the right and lower edge are no part of it.
        case pixels(left: Double, top: Double, right: Double, bottom: Double)

        /// 0..1 of a video of that size; nil: it lies outside, or is no box.
        ///
        /// - Parameter size: nil: not known, and pixels say nothing.
        package func box(in size: PixelSize?) -> Box? {
            switch self {
            case .share(let box): box
            case .pixels(let left, let top, let right, let bottom):
                try? size?.share(of: Box(x: left, y: top, width: right - left, height: bottom - top))
            }
        }
    }

    /// How many persons are in the picture at a moment, from `low` to `high`: people who count do not agree.
    package struct Count: Hashable, Sendable {
        package var time: MediaTime
        package var low: Int
        package var high: Int
        /// Who counted and how; may be empty.
        package var by: String

        package init(time: MediaTime, low: Int, high: Int, by: String = "") {
            (self.time, self.low, self.high, self.by) = (time, low, high, by)
        }
    }

    /// One thing in the picture at a moment.
    package struct Moment: Hashable, Sendable {
        package var time: MediaTime
        package var box: LabelledBox

        package init(time: MediaTime, box: LabelledBox) { (self.time, self.box) = (time, box) }
    }
}

extension String {
    /// A file's name without what follows its last dot.
    package var withoutEnding: String {
        guard let dot = lastIndex(of: "."), dot != startIndex else { return self }
        return String(self[..<dot])
    }
}
