import Media

/// What came of one event, or of one detection that was of none.
package enum Finding: Hashable, Sendable {
    case found(TrueEvent, Detection)
    case missed(TrueEvent)
    case falseAlarm(Detection)

    package var event: TrueEvent? {
        switch self {
        case .found(let event, _), .missed(let event): event
        case .falseAlarm: nil
        }
    }

    package var detection: Detection? {
        switch self {
        case .found(_, let detection), .falseAlarm(let detection): detection
        case .missed: nil
        }
    }

    package var algorithm: String { event?.algorithm ?? detection?.algorithm ?? "" }
    package var zone: String { event?.zone ?? detection?.zone ?? "" }

    /// When it began: of what was detected, as it was detected, where nothing is known of the truth.
    package var from: MediaTime { event?.from ?? detection?.startedAt ?? .zero }

    /// From the beginning of an event to when somebody would have been told; negative for one that was told before.
    package var timeToDetect: Duration? {
        guard case .found(let event, let detection) = self else { return nil }
        return detection.hitAt - event.from
    }
}
