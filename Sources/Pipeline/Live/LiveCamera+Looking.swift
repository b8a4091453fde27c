import Dispatch
import Foundation
import FrameKernels
import Media
import Scene

/// The worker's queue: decodes, and carries each due picture to the camera's queue at once, so that no more than one
/// picture a worker is under way.
extension LiveCamera {
    /// A new connection brings a decoder of its own.
    func begin(_ session: any LiveSession) {
        let decoder = session.decoder
        worker.async { [self] in
            run(looks.plan.end(), nil)
            looks.begin(setup.policy, due: startOfConnection())
            self.decoder = decoder
            wantsFirstPicture = true
        }
    }

    /// The seam of a looped source.
    func cut() {
        run(looks.plan.cut(), nil)
        decoder?.reset()
        looks.forgetPictures()
        cameraQueue.sync { state.cut() }
    }

    func decode(_ packet: any EncodedPacket, _ ticket: HandOff.Ticket?) {
        dispatchPrecondition(condition: .onQueue(worker))
        if shared.hurry.isRung { return }
        let before = ThreadTime.now()
        let givenUpBefore = looks.plan.givenUp
        run(looks.plan.take(packet, time: packet.time, isKeyframe: packet.isKeyframe, bytes: packet.bytes), ticket)
        noteGivenUp(looks.plan.givenUp - givenUpBefore)
        if looks.plan.heedsLooks { noteBurst() }
        counters.charge(ThreadTime.now() - before)
    }

    private func noteGivenUp(_ packets: Int) {
        guard packets > 0 else { return }
        counters.givenUp.add(packets, ordering: .relaxed)
        feel { $0.gaveUpGroup($1) }
    }

    private func noteBurst() {
        let isBursting = looks.plan.isBursting
        guard isBursting != (counters.bursting.value > 0) else { return }
        counters.bursting.store(isBursting ? 1 : 0, ordering: .relaxed)
        if isBursting { counters.bursts.increment() }
    }

    func run(_ steps: [DecodePlan<any EncodedPacket>.Step], _ ticket: HandOff.Ticket?) {
        guard let decoder else { return }
        let damagedBefore = decoder.damaged
        for step in steps {
            mark.begin(setup.id)
            decoder.take(step) { receive($0, decoder) }
            mark.end()
        }
        counters.damaged.add(decoder.damaged - damagedBefore, ordering: .relaxed)
        withExtendedLifetime(ticket) {}
    }

    private func receive(_ picture: any OriginalPicture, _ decoder: any PictureDecoder) {
        counters.decoded.increment()
        do {
            try looks.take(picture, from: decoder) { seen, depth in
                renewPicture(picture)
                // The camera's queue never waits for a worker's.
                return cameraQueue.sync {
                    look(seen, depth, picture)
                    return state.asksForEveryPicture
                }
            }
        } catch {
            counters.damaged.increment()
        }
    }

    private func look(_ seen: AnalysisPicture, _ depth: LookDepth, _ picture: any OriginalPicture) {
        dispatchPrecondition(condition: .onQueue(cameraQueue))
        let now = moment
        let time = max(picture.time, lastTime + .milliseconds(1))
        lastTime = time
        state.follow(wall: now.wall, at: MediaTime.zero + (now.instant - epoch))
        let verdict = check.take(seen.luma, at: now.instant)
        state.isSuspended = verdict.tells(.moved, at: now.instant)
        state.stride = counters.stride.value
        let events = state.look(seen, depth, picture, at: time)
        counters.looked.increment()
        if state.fault != nil { counters.unsupplied.increment() }
        counters.charge(networks: state.networkLooks)
        counters.learned.store(state.learnedFor.map { Int($0 / .seconds(1)) } ?? -1, ordering: .relaxed)
        counters.activity.store(Int(state.activity * 1000), ordering: .relaxed)
        counters.lastLook.store(now.wall.milliseconds, ordering: .relaxed)
        feel { $0.picture(verdict, $1) }
        for case .hit in events { counters.hits.increment() }
        for case .opened in events { counters.cases.increment() }
        tell(events)
        keepMemory(at: time)
    }

    private func tell(_ events: [CameraEvent]) {
        guard !events.isEmpty else { return }
        shared.storeQueue.async { [shared, setup] in shared.keeper.keep(events, of: setup.id) }
    }

    /// Off the store queue: cases must not wait for the files of scenes.
    private func keepMemory(at time: MediaTime) {
        // On a disk that hangs, memories would pile up.
        guard !isKeepingMemory, let memory = state.memoryWorthKeeping(at: time) else { return }
        isKeepingMemory = true
        shared.sceneQueue.async { [self] in
            shared.keeper.keep(memory, of: setup.id)
            cameraQueue.async { self.isKeepingMemory = false }
        }
    }

    /// The case of an incident of this camera was closed, and the cause may stand there still: it must last anew to be a
    /// hit, and opens another incident. Not to be told of a rejected or void case: the same thing must not come back.
    ///
    /// From any thread; returns at once.
    ///
    /// - Parameter incident: its key.
    package func caseClosed(_ incident: String) {
        cameraQueue.async { [self] in
            let now = max(lastTime, MediaTime.zero + (shared.clock.now() - epoch))
            tell(state.caseClosed(incident, at: now))
        }
    }

    private func startOfConnection() -> MediaTime {
        cameraQueue.sync {
            check.reconnected()
            return lastTime
        }
    }
}
