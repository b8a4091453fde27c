import Board
import Console
import Foundation
import Media

/// Raw bytes to the console, which must answer the next one who asks.
final class RequestsTarget: FuzzTarget {
    private let service: ConsoleService
    private var inputs = 0
    /// Asks behind an input, so that whoever waits knows when all of it was answered.
    private let last = Array("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)

    init() throws {
        let source = FixedSource()
        service = try ConsoleService { onListening in
            try await Console(source, host: "127.0.0.1", port: 0, connections: { 64 }).run(onListening: onListening)
        }
    }

    func take(_ input: [UInt8]) {
        if let socket = Wire.connect(service.port, patience: 30) {
            Wire.send(input + last, to: socket)
            while !Wire.receive(from: socket).isEmpty {}
            Wire.reset(socket)
        }
        inputs += 1
        if inputs % 200 == 0 { checkHealth() }
    }

    private func checkHealth() {
        guard service.end == nil, let socket = Wire.connect(service.port, patience: 5000) else {
            fatalError("the console serves no more")
        }
        Wire.send(last, to: socket)
        let answer = String(decoding: Wire.receive(from: socket), as: UTF8.self)
        guard answer.hasPrefix("HTTP/1.1 200 ") else { fatalError("the console is not healthy any more: \(answer)") }
        Wire.reset(socket)
    }
}

/// A console's content that does not change.
private struct FixedSource: ConsoleSource {
    let board = Board(timeZone: "Asia/Shanghai", start: WallTime(milliseconds: Moments.ordinary))

    init() {
        board.set(
            cases: (1...3).map { number in
                CaseCard(
                    number: "2026030\(number)-7K3QF2M", type: Words(zh: "占道经营", en: "Street stall"), camera: "gate",
                    cameraName: "西门", zone: "z", grid: nil, path: [], unit: nil, person: nil, coUnits: [],
                    state: Words(zh: "待派遣", en: "waiting"), marks: [], startedAt: 0, hitAt: 0, clocks: [], parts: [],
                    partSince: 0, missing: nil)
            })
    }

    func now() -> Int64 { Moments.ordinary }
    func figures() -> [CameraFigures] { [] }
    func casePicture(_ number: String, marked: Bool) -> Data? { number.hasPrefix("2026") ? Data([0xFF, 0xD8]) : nil }
    func cameraPicture(_ id: String) -> Data? { id == "西门" ? Data([0xFF, 0xD8]) : nil }
    func metrics() -> String { "piculet_cameras 1\n" }
    func isHealthy() -> Bool { true }
    func isReady() -> Bool { true }
}
