import Foundation
import Media

/// One picture of now that everybody shares. Who changes something says so; every screen is served from it.
///
/// Each part carries the version at which it changed last, so a reader is told just what changed since it last asked,
/// and nothing is done while nothing changes. Used from any thread.
package final class Board: @unchecked Sendable {
    // Sendable: the lock guards everything that changes.

    enum Key: Hashable, Sendable {
        case order, alarms, accuracy
        case of(case: String)
        case camera(String)
        case figures(String)
        case event(camera: String, from: Int64)
    }

    /// So many of the latest things that happened to cameras are shown.
    package static let eventsShown = 100

    package let timeZone: String
    let lock = NSLock()
    var log: ChangeLog<Key>
    var cases: [String: CaseCard] = [:]
    var cameras: [String: CameraCard] = [:]
    var figures: [String: CameraFigures] = [:]
    var order: [String] = []
    /// The latest first.
    var events: [HealthLine] = []
    var alarms: [AlarmLine] = []
    /// By algorithm.
    var accuracy: [AccuracyLine] = []
    var screens = 0
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var waiters = 0

    /// - Parameters:
    ///   - timeZone: in which all times are shown, `Asia/Shanghai`.
    ///   - start: wall time. Versions begin with it, so that a page which knows those of an earlier daemon is told
    ///     everything.
    package init(timeZone: String, start: WallTime) {
        self.timeZone = timeZone
        log = ChangeLog(from: Int(start.milliseconds))
    }

    /// Takes part in what is written on the board, and wakes who waits for news when it changed.
    func write(_ body: () -> Void) {
        let woken = lock.withLock {
            let before = log.version
            body()
            guard log.version != before else { return [CheckedContinuation<Void, Never>]() }
            defer { waiting = [:] }
            return Array(waiting.values)
        }
        for reader in woken { reader.resume() }
    }

    /// Returns once something is newer than `version`, or the task is cancelled.
    package func change(after version: Int) async {
        let waiter = lock.withLock {
            waiters += 1
            return waiters
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = lock.withLock {
                    if log.version > version || Task.isCancelled { return true }
                    waiting[waiter] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            lock.withLock { waiting.removeValue(forKey: waiter) }?.resume()
        }
    }

    package var version: Int { lock.withLock { log.version } }
}
