import Media

/// What is said to the board. What is as it was costs nothing.
extension Board {
    /// - Parameters:
    ///   - cards: cases that are new or may have changed.
    ///   - ended: numbers of cases that nobody waits for any more.
    package func set(cases cards: [CaseCard], ended: [String] = []) {
        write {
            for card in cards where cases[card.number] != card {
                cases[card.number] = card
                log.changed(.of(case: card.number))
            }
            for number in ended where cases.removeValue(forKey: number) != nil { log.went(.of(case: number)) }
        }
    }

    /// A camera that is watched, or watched anew.
    package func set(camera card: CameraCard) {
        write { put(card) }
    }

    private func put(_ card: CameraCard) {
        guard cameras[card.id] != card else { return }
        cameras[card.id] = card
        log.changed(.camera(card.id))
    }

    /// The ids of all cameras in the order in which they are shown; the others are not watched any more.
    package func set(order ids: [String]) {
        write {
            let kept = Set(ids)
            for id in cameras.keys where !kept.contains(id) {
                (cameras[id], figures[id]) = (nil, nil)
                log.drop(.camera(id))
                log.drop(.figures(id))
            }
            guard order != ids else { return }
            order = ids
            log.changed(.order)
        }
    }

    package func set(figures all: [CameraFigures]) {
        write {
            for one in all where cameras[one.camera] != nil && figures[one.camera] != one {
                figures[one.camera] = one
                log.changed(.figures(one.camera))
            }
        }
    }

    package func set(alarms new: [AlarmLine]) {
        write {
            guard alarms != new else { return }
            alarms = new
            log.changed(.alarms)
        }
    }

    package func set(accuracy new: [AccuracyLine]) {
        write {
            guard accuracy != new else { return }
            accuracy = new
            log.changed(.accuracy)
        }
    }

    /// A camera is in another state, which ends the one before.
    package func set(health event: HealthEvent) {
        write {
            if var card = cameras[event.camera] {
                card.take(event)
                put(card)
            }
            endEvents(of: event.camera, at: event.from)
            tell(event)
        }
    }

    /// What was told before this start, the latest first.
    package func set(past: [HealthEvent]) {
        write { past.reversed().forEach(tell) }
    }

    /// A camera's state ends without another: it is not watched any longer.
    package func endHealth(of camera: String, at end: WallTime) {
        write { endEvents(of: camera, at: end) }
    }

    private func endEvents(of camera: String, at end: WallTime) {
        for index in events.indices where events[index].camera == camera && events[index].to == nil {
            events[index].to = end.milliseconds
            log.changed(events[index].key)
        }
    }

    private func tell(_ event: HealthEvent) {
        // That a camera is being connected is nothing that happened.
        guard event.state != .connecting else { return }
        let line = HealthLine(event)
        events.removeAll { $0.key == line.key }
        events.insert(line, at: 0)
        log.changed(line.key)
        while events.count > Self.eventsShown { log.drop(events.removeLast().key) }
    }
}

extension HealthLine {
    var key: Board.Key { .event(camera: camera, from: from) }
}
