import Foundation
import Media
import Video

/// Small pictures of a video around moments, for a page that shows what happened there.
package struct Filmstrip: Sendable {
    /// What is wanted of one moment.
    package struct Window: Hashable, Sendable {
        package let moment: MediaTime
        /// So long before and after it.
        package let reach: Duration
        /// Between two pictures.
        package let step: Duration

        package init(moment: MediaTime, reach: Duration = .seconds(3), step: Duration = .milliseconds(500)) {
            (self.moment, self.reach, self.step) = (moment, reach, step)
        }

        fileprivate var from: MediaTime { moment - reach }
        fileprivate var to: MediaTime { moment + reach }
    }

    /// JPEG bytes, with their times.
    package private(set) var frames: [(at: MediaTime, jpeg: Data)] = []
    /// The picture of the moment itself; nil: the video has none there.
    package private(set) var picture: Data?

    /// Pictures of this width; smaller ones as they are.
    private static let (frameWidth, pictureWidth) = (320, 640)
    private static let (frameQuality, pictureQuality): (Int32, Int32) = (8, 5)

    /// Decodes a video as far as it must.
    ///
    /// - Returns: in the order of the windows.
    /// - Throws: when the video cannot be opened, or a picture cannot be written.
    package static func cut(_ path: String, _ windows: [Window]) throws -> [Filmstrip] {
        var strips = windows.map { _ in Filmstrip() }
        guard let last = windows.map(\.to).max() else { return [] }
        let file = try VideoFile(path: path)
        let decoder = try StreamDecoder(file.format)
        var failure: (any Error)?
        func take(_ frame: Frame) {
            guard failure == nil else { return }
            do {
                for index in windows.indices { try strips[index].take(frame, windows[index]) }
            } catch {
                failure = error
            }
        }
        while let packet = file.nextPacket(), packet.time <= last + .seconds(1) { decoder.decode(packet, take) }
        decoder.drain(take)
        if let failure { throw failure }
        return strips
    }

    private mutating func take(_ frame: Frame, _ window: Window) throws {
        guard frame.time >= window.from, frame.time <= window.to else { return }
        if picture == nil, frame.time >= window.moment {
            picture = try JPEG.encode(frame, mostWidth: Self.pictureWidth, quality: Self.pictureQuality)
        }
        if let last = frames.last, frame.time - last.at < window.step { return }
        frames.append(
            (frame.time, try JPEG.encode(frame, mostWidth: Self.frameWidth, quality: Self.frameQuality)))
    }
}
