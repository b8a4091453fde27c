import Foundation
import FrameKernels
import Media
import Pipeline
import TestSupport

/// A packet that is its own picture.
final class InventedUnit: EncodedPacket, OriginalPicture, @unchecked Sendable {
    // Sendable: moved before it is handed on.
    private(set) var time: MediaTime
    let isKeyframe = true
    let bytes = 100
    let analysisSize = (width: 64, height: 36)

    init(time: MediaTime) { self.time = time }

    func move(to time: MediaTime) { self.time = time }
    func jpeg(box: Box?, parts: [Box]) throws -> Data { Data([0xFF]) }
    func thumbnail() throws -> Data { Data([0xFE]) }
}

/// So many pictures, five a second.
final class InventedFilm: PacketSource, @unchecked Sendable {
    // Sendable: used on the reader's thread.
    private var left: Int
    private var number = 0

    init(pictures: Int) { left = pictures }

    func next() -> (any EncodedPacket)? {
        guard left > 0 else { return nil }
        left -= 1
        number += 1
        return InventedUnit(time: MediaTime(seconds: Double(number) / 5))
    }
}

/// Shows noise.
final class InventedDecoder: PictureDecoder, @unchecked Sendable {
    // Sendable: used on the worker's queue.
    private var random = SeededRandom(seed: 7)
    let damaged = 0

    func decode(_ packet: any EncodedPacket, _ body: (any OriginalPicture) -> Void) {
        if let unit = packet as? InventedUnit { body(unit) }
    }
    func decodeAlone(_ packet: any EncodedPacket) -> (any OriginalPicture)? { packet as? InventedUnit }
    func drain(_ body: (any OriginalPicture) -> Void) {}
    func reset() {}
    func rest() {}
    func shrink(_ picture: any OriginalPicture, into target: AnalysisPicture, withColour: Bool) throws -> Bool {
        let plane = target.luma
        for row in 0..<plane.height {
            for column in 0..<plane.width { plane[column, row] = UInt8.random(in: 100...130, using: &random) }
        }
        return false
    }
}
