import Board
import Console
import Foundation
import Media

/// A console's content of one board.
struct FakeSource: ConsoleSource {
    let board = Board(timeZone: "Asia/Shanghai", start: WallTime(milliseconds: 1_780_000_000_000))
    var isSound = true

    func now() -> Int64 { 1_780_000_000_000 }
    func figures() -> [CameraFigures] { [] }
    func casePicture(_ number: String, marked: Bool) -> Data? {
        number == "20260301-7K3QF2M" ? Data([0xFF, 0xD8]) : nil
    }
    func cameraPicture(_ id: String) -> Data? { id == "西门" ? Data([0xFF, 0xD8]) : nil }
    func metrics() -> String { "piculet_cameras 1\n" }
    func isHealthy() -> Bool { isSound }
    func isReady() -> Bool { isSound }

    func open(_ numbers: String...) {
        board.set(
            cases: numbers.map { number in
                CaseCard(
                    number: number, type: Words(zh: "占道经营", en: "Street stall"), camera: "gate", cameraName: "西门",
                    zone: "z", grid: nil, path: [], unit: nil, person: nil, coUnits: [],
                    state: Words(zh: "待派遣", en: "waiting"), marks: [], startedAt: 0, hitAt: 0, clocks: [], parts: [],
                    partSince: 0, missing: nil)
            })
    }
}
