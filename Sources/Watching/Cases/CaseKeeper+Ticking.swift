import CaseBook
import Cases
import Foundation
import Keeping
import Media
import Store

/// What happens each second: what waits is tried again, what falls due is done, what others did is noticed.
extension CaseKeeper {
    package func tick() {
        dispatchPrecondition(condition: .onQueue(tools.queue))
        guard endReason == nil else { return }
        if let fault = store.fileFault() { return loseStore(fault) }
        writes.retry()
        countWaiting()
        guard writes.count == 0 else { return }
        if DiskSpace.free(tools.files.folder) > 4 * DiskSpace.keptFree { tools.alarms.settle(.diskFull) }
        tools.reserve.take()
        do throws(StoreError) {
            try dues.tick()
            try noticeOthers()
            try accuracyWatch.tick(at: tools.clock.now(), tools.clock.wall(), under: scheme)
        } catch {
            return failed(error)
        }
        // Only when all went well: an alarm that is settled before the next failure would flap each second.
        tools.alarms.settle(.storeFails)
    }

    private func noticeOthers() throws(StoreError) {
        let (changes, seen) = try store.changed(since: seen)
        self.seen = seen
        if !changes.cases.isEmpty { open.take(changes.cases, scheme.calendars) }
        for record in changes.cases { tools.alarms.settle(.caseAside(number: "\(record.number)")) }
        tell(changes.aside)
        let (incidents, closed) = try store.closures(since: closed)
        self.closed = closed
        incidents.forEach(onClosing)
    }

    /// Before the end: once more.
    func finish() {
        dispatchPrecondition(condition: .onQueue(tools.queue))
        writes.retry()
        // What came since the store was lost.
        if let rescue, rescue.isWhole { _ = save(rescue) }
    }

    /// Cases that are set aside: all others go on.
    func tell(_ aside: [AsideCase]) {
        for one in aside {
            tools.alarms.raise(.caseAside(number: "\(one.number)"), at: tools.clock.wall())
            tools.log.error("case set aside", ["case": "\(one.number)", "reason": "\(one.reason)"])
        }
    }

    func take(_ report: WriteQueue.Report) {
        switch report {
        case .failed(let error): failed(error)
        case .parked(let write):
            parked += 1
            tools.alarms.replace(.writesParked(parked - 1), with: .writesParked(parked), at: tools.clock.wall())
            tools.log.error(
                "write parked",
                ["kind": "\(write.kind)", "of": "\(write.subject)", "reason": "\(write.reason)"])
        case .lost(let write, let error):
            tools.log.error(
                "write lost",
                ["kind": "\(write.kind)", "of": "\(write.subject)", "reason": "\(error?.description ?? "no room")"])
        case .caughtUp(let kept, let givenUp):
            tools.log.info("store writes again", ["kept": "\(kept)", "given_up": "\(givenUp)"])
        }
    }

    func take(_ result: Result<Firing, StoreError>) {
        switch result {
        case .failure(let error): failed(error)
        case .success(let firing):
            tell(firing.aside)
            for one in firing.fired {
                for event in one.events {
                    tools.log.info("case \(event.kind)", ["case": "\(one.record.number)", "to": "\(event.note)"])
                }
            }
            open.take(firing.fired.map(\.record), scheme.calendars)
        }
    }

    private func failed(_ error: StoreError) {
        tools.alarms.raise(error.isDiskFull ? .diskFull : .storeFails, at: tools.clock.wall())
        tools.log.fault("store write failed", ["reason": "\(error)"])
    }

    /// The file at the store's path is another than the one that was opened: what is written to it reaches nobody. What is
    /// known is saved beside it, and the daemon ends with a word.
    private func loseStore(_ fault: StoreFileFault) {
        // A file that only lost its name takes what still waits.
        writes.retry()
        let rescue = Rescue(
            path: RescuedStore.path(in: store.folder, at: tools.clock.wall()), isWhole: fault != .truncated)
        let isSaved = save(rescue)
        if isSaved { self.rescue = rescue }
        let reason = Self.words(fault, rescue, isSaved: isSaved)
        tools.alarms.raise(.storeLost(reason), at: tools.clock.wall())
        mustEnd(reason)
    }

    private static func words(_ fault: StoreFileFault, _ rescue: Rescue, isSaved: Bool) -> Words {
        let what: Words
        switch (isSaved, rescue.isWhole) {
        case (false, _):
            what = Words(zh: "已知内容无法另存，请从备份恢复。", en: "What is known could not be saved: go on with a backup.")
        case (true, true):
            what = Words(
                zh: "全部内容已保存到 \(rescue.path)，请核对后放回原处再启动。",
                en: "All of it was saved to \(rescue.path): look at it and put it back before the next start.")
        case (true, false):
            what = Words(
                zh: "未结案件已保存到 \(rescue.path)；已结案件和日志请从备份恢复。",
                en: "The open cases were saved to \(rescue.path); ended ones and the logs are in a backup alone.")
        }
        return Words(zh: "\(fault.words.zh)。\(what.zh)", en: "\(fault.words.en). \(what.en)")
    }

    /// - Returns: whether it was saved.
    private func save(_ rescue: Rescue) -> Bool {
        do {
            if rescue.isWhole {
                try store.rescue(to: rescue.path)
            } else {
                let fresh = try CaseStore(path: rescue.path, create: true)
                _ = try fresh.adopt(scheme)
                try fresh.takeOver(open.all, at: tools.clock.wall(), scheme.calendars)
            }
            return true
        } catch {
            tools.log.error("the store could not be saved", ["to": "\(rescue.path)", "reason": "\(error)"])
            return false
        }
    }
}
