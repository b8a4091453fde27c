import Foundation
import Media
import Pipeline
import Video
import VideoRoles

/// Looks once at each source of a configuration: what `piculet check --probe` tells.
struct SourceProbe {
    struct Picture: Sendable {
        /// FFmpeg's name of it.
        let codec: String
        let width: Int
        let height: Int
        /// From the first attempt to the picture.
        let after: Duration
    }

    /// Sources that do not answer cost seconds each: so many are asked at once.
    private static let atOnce = 32
    /// No keyframe in so long: no picture.
    private static let longest = Duration.seconds(30)

    /// Asks all of them; the outcomes in their order.
    static func look(at plans: [CameraPlan]) -> [Result<Picture, SourceFault>] {
        let outcomes = Outcomes(count: plans.count)
        let threads = (0..<min(atOnce, plans.count)).map { _ in
            Thread {
                while let index = outcomes.next() {
                    outcomes.set(index, Result { () throws(SourceFault) in try look(at: plans[index].address) })
                }
                outcomes.done.signal()
            }
        }
        for thread in threads { thread.start() }
        for _ in threads { outcomes.done.wait() }
        return outcomes.all
    }

    private static func look(at address: SourceAddress) throws(SourceFault) -> Picture {
        let clock = ContinuousClock()
        let began = clock.now
        let stream = try LiveStream(address, interrupt: Interrupt(), patience: .of(address.kind))
        let decoder = KeyframeDecoder()
        guard let source = try? KeyframeDecoder.Source(stream.format) else { throw noPicture }
        while clock.now - began < longest {
            guard case .packet(let packet) = try stream.next(), packet.isKeyframe else { continue }
            guard let frame = decoder.decode(packet, of: source)?.draft else { continue }
            return Picture(
                codec: stream.format.codec, width: frame.width, height: frame.height, after: clock.now - began)
        }
        throw noPicture
    }

    private static let noPicture = SourceFault(
        .garbage,
        Words(
            zh: "30 秒内没有可解码的画面。请检查摄像机的编码设置。",
            en: "no picture of it could be decoded within 30 s. Check the camera's coding."))

    private final class Outcomes: @unchecked Sendable {
        // Sendable: the lock guards both.
        let done = DispatchSemaphore(value: 0)
        private let lock = NSLock()
        private var begun = 0
        private var results: [Result<Picture, SourceFault>?]

        init(count: Int) { results = .init(repeating: nil, count: count) }

        func next() -> Int? {
            lock.withLock {
                guard begun < results.count else { return nil }
                begun += 1
                return begun - 1
            }
        }

        func set(_ index: Int, _ result: Result<Picture, SourceFault>) { lock.withLock { results[index] = result } }

        var all: [Result<Picture, SourceFault>] { lock.withLock { results.compactMap { $0 } } }
    }
}
