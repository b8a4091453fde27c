import Cases
import Dispatch
import Foundation
import Media
import Pipeline
import Scene
import TestSupport
import Testing
import Video

extension Together {
    /// No growth while a camera is away: the real connection attempts, on a clock that runs by itself.
    @Suite struct DeadAddress {
        private final class Connector: SourceConnector, @unchecked Sendable {
            // Sendable: used on the reader's thread, read when it has ended.
            private let address: SourceAddress
            private let interrupt = Interrupt()
            private let attempts: Int
            let done = DispatchSemaphore(value: 0)
            private(set) var made = 0
            private(set) var memory: [Int] = []
            private(set) var reasons: Set<SourceFault.Reason> = []

            init(_ text: String, attempts: Int) throws {
                address = try SourceAddress(configured: text, folder: "/", variable: { _ in nil })
                self.attempts = attempts
            }

            func connect() throws(SourceFault) -> any LiveSession {
                memory.append(Machine.residentBytes(of: getpid()))
                guard made < attempts else {
                    done.signal()
                    throw .cancelled
                }
                made += 1
                do throws(SourceFault) {
                    _ = try LiveStream(address, interrupt: interrupt, patience: .camera)
                } catch {
                    reasons.insert(error.reason)
                    throw error
                }
                throw .cancelled
            }

            func callOff() { interrupt.callOff() }
        }

        private final class Keeper: LiveKeeper {
            func keep(_ events: [CameraEvent], of camera: String) {}
            func keep(_ change: HealthMonitor.Change) {}
            func keep(_ memory: CameraMemory, of camera: String) {}
            func end(_ health: HealthEvent) {}
        }

        private struct NoMark: CrashMark {
            func begin(_ camera: String) {}
            func end() {}
            func read(_ camera: String) {}
        }

        @Test(arguments: [
            "rtsp://u:p@127.0.0.1:1/stream", "http://127.0.0.1:1/live.flv", "http://127.0.0.1:1/live.m3u8",
        ])
        func `200 attempts leave memory as it was`(source: String) throws {
            let connector = try Connector(source, attempts: 200)
            let clock = ManualClock()
            let shared = LiveCamera.Shared(
                storeQueue: DispatchQueue(label: "store"), keeper: Keeper(), clock: clock, timeZone: .gmt,
                scratches: ScratchPool(limit: 1), pictures: PicturePool(limit: 1), hurry: StopBell())
            let camera = LiveCamera(
                CameraSetup(
                    id: "gone", name: "gone", ownership: Ownership(.empty, grid: nil, location: nil),
                    zones: [],
                    watches: [], personScale: .streetCamera, policy: .keyframes),
                connector: connector, worker: DispatchQueue(label: "worker"), mark: NoMark(), shared: shared,
                past: .none, lasting: nil)
            camera.start()
            connector.done.wait()
            camera.callOff()
            #expect(camera.finish(within: .seconds(10)))
            #expect(connector.made == 200 && connector.reasons == [.unreachable])
            // 5 x 1 s, 5 x 5 s, 10 x 10 s, then minutes: the schedule ran, on its own clock.
            #expect(clock.waited.count == 200 && (clock.waited.last ?? .zero) >= .seconds(60))
            let growth = connector.memory[200] - connector.memory[50]
            print("\(source): memory grew by \(growth) bytes between attempts 50 and 200")
            #expect(growth < 1_000_000)
        }
    }
}
