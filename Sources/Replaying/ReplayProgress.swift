import Foundation
import Media

/// Shows how far long work is, on a terminal; silent in a pipe.
package final class ReplayProgress: @unchecked Sendable {
    // Sendable: the lock guards everything.
    private let lock = NSLock()
    private let isShown = isatty(2) == 1
    private let clock = ContinuousClock()
    private var total: Duration = .zero
    private var reached: [String: MediaTime] = [:]
    private var began: ContinuousClock.Instant?
    private var shown: ContinuousClock.Instant?
    private let videos: Int
    private var started = 0

    package init(videos: Int) { self.videos = videos }

    func began(_ video: String, lasting: Duration?) {
        lock.withLock {
            started += 1
            total += lasting ?? .zero
            began = began ?? clock.now
        }
    }

    func reached(_ time: MediaTime, in video: String) {
        guard isShown else { return }
        lock.withLock {
            reached[video] = time
            let now = clock.now
            guard let began, shown.map({ now - $0 > .milliseconds(200) }) ?? true else { return }
            shown = now
            let media = reached.values.map(\.seconds).reduce(0, +)
            let rate = media / max((now - began).inSeconds, 0.001)
            let left = max(total.inSeconds - media, 0) / max(rate, 0.001)
            let line = "\r\(video) \(started)/\(videos) · \(Int(rate))x · \(Duration.seconds(left).clockText) left  "
            FileHandle.standardError.write(Data(line.utf8))
        }
    }

    package func end() {
        if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
