import Dispatch
import Foundation
import Media

/// The reader's thread: connects, reads, and connects again for ever.
extension LiveCamera {
    func read() {
        var backoff = Backoff()
        var timeline = LiveTimeline(epoch: epoch)
        var isFirst = true
        while !bell.isRung {
            if !isFirst { counters.reconnects.increment() }
            isFirst = false
            var connectedAt: MonotonicInstant?
            let fault: SourceFault
            do throws(SourceFault) {
                let session = try connector.connect()
                connectedAt = shared.clock.now()
                feel { $0.connected($1) }
                timeline.reconnected()
                fault = readAll(of: session, &timeline)
            } catch {
                fault = error
            }
            if bell.isRung || fault.recovery == .stopSource { return }
            feel { $0.failed(fault, $1) }
            emptyRing()
            let lasted = connectedAt.map { shared.clock.now() - $0 }
            let wait = backoff.wait(after: fault.recovery, lasted: lasted, chance: Double.random(in: 0..<1))
            shared.clock.wait(until: shared.clock.now() + wait, bell: bell)
        }
    }

    private func readAll(of session: any LiveSession, _ timeline: inout LiveTimeline) -> SourceFault {
        begin(session)
        var gate = LiveGate(setup.policy)
        var before = ThreadTime.now()
        var sinceCharge = 0
        do throws(SourceFault) {
            while !bell.isRung {
                switch try session.next() {
                case .seam:
                    emptyRing()
                    gate.cut()
                    worker.async { self.cut() }
                case .packet(let packet):
                    take(packet, of: session, &timeline, &gate)
                }
                sinceCharge += 1
                if sinceCharge >= 64 {
                    let now = ThreadTime.now()
                    counters.charge(now - before)
                    (before, sinceCharge) = (now, 0)
                }
            }
            return .cancelled
        } catch {
            return error
        }
    }

    private func take(
        _ packet: any EncodedPacket, of session: any LiveSession, _ timeline: inout LiveTimeline, _ gate: inout LiveGate
    ) {
        counters.packets.increment()
        if packet.isKeyframe { counters.keyframes.increment() }
        counters.bytes.add(packet.bytes, ordering: .relaxed)
        let isUntimed = session.isUntimed
        packet.move(to: timeline.time(stream: packet.time, arrived: shared.clock.now(), isUntimed: isUntimed))
        if session.isPaced { holdBack(packet.time, timeline) }
        feel { $0.packet(isUntimed: isUntimed, $1) }
        keepInRing(packet)
        var ticket: HandOff.Ticket?
        let decision = gate.decide(
            isKeyframe: packet.isKeyframe, time: packet.time, stride: counters.stride.value
        ) {
            ticket = handOff.tryTake()
            return ticket != nil
        }
        switch decision {
        case .leaveOut: break
        case .thin: counters.thinned.increment()
        case .drop: counters.dropped.increment()
        case .pass:
            counters.queued.increment()
            let came = shared.clock.now()
            worker.async { [ticket] in
                self.decode(packet, ticket)
                self.counters.noteWait(self.shared.clock.now() - came)
                self.counters.queued.subtract(1, ordering: .relaxed)
            }
        }
    }

    /// Packets of a paced source come in handfuls: to sleep for each costs more than reading it.
    private func holdBack(_ time: MediaTime, _ timeline: LiveTimeline) {
        let due = timeline.due(time)
        if due - shared.clock.now() > .milliseconds(200) { shared.clock.wait(until: due, bell: bell) }
    }
}
