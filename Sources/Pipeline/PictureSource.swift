import Foundation
import FrameKernels
import Media
import Scene

/// A compressed unit on its way to a decoder.
package protocol EncodedPacket: AnyObject, Sendable {
    /// When it is decoded, since the source's first packet; never decreases.
    var time: MediaTime { get }
    var isKeyframe: Bool { get }
    var bytes: Int { get }
    /// Moves it, with the time its picture is shown, to another time. Before it is handed on.
    func move(to time: MediaTime)
}

/// A decoded picture at full size.
package protocol OriginalPicture: AnyObject, Sendable {
    /// Since the source's first picture; always later than the one before.
    var time: MediaTime { get }
    /// The size of what the scene sees.
    var analysisSize: (width: Int, height: Int) { get }
    /// JPEG bytes, with a box drawn where one is given, and finer ones around what it is made of.
    func jpeg(box: Box?, parts: [Box]) throws -> Data
    /// A small copy for a list of cameras, JPEG bytes.
    func thumbnail() throws -> Data
}

/// Where packets come from. Calls may block: they run on a reader thread, never on a Dispatch queue.
package protocol PacketSource: AnyObject, Sendable {
    func next() -> (any EncodedPacket)?
}

/// Turns packets into pictures. Belongs to one decode worker's queue.
package protocol PictureDecoder: AnyObject, Sendable {
    /// Decodes in the order of the stream; calls back with the pictures that are ready.
    func decode(_ packet: any EncodedPacket, _ body: (any OriginalPicture) -> Void)
    /// Decodes a keyframe alone, at once. Its JPEG is asked for before the next packet is decoded, or never.
    func decodeAlone(_ packet: any EncodedPacket) -> (any OriginalPicture)?
    /// Hands out what is held back and is ready for a keyframe.
    func drain(_ body: (any OriginalPicture) -> Void)
    /// Forgets what came before.
    func reset()
    /// Gives back what it needs to decode in order, until it is asked to again.
    func rest()
    /// Writes what the scene sees.
    ///
    /// - Parameter withColour: asks for the colour too.
    /// - Returns: whether the colour was written: not every format has one that can be read.
    func shrink(_ picture: any OriginalPicture, into target: AnalysisPicture, withColour: Bool) throws -> Bool
    /// How many packets could not be decoded.
    var damaged: Int { get }
}

extension PictureDecoder {
    /// Shrinks a picture as thoroughly as its look is to be.
    func shrink(_ picture: any OriginalPicture, into target: AnalysisPicture, isThorough: Bool) throws -> LookDepth {
        LookDepth(
            isThorough: isThorough, hasColour: try shrink(picture, into: target, withColour: isThorough))
    }

    /// Takes one step of a decode plan; calls back with the pictures that are ready.
    func take(_ step: DecodePlan<any EncodedPacket>.Step, _ body: (any OriginalPicture) -> Void) {
        switch step {
        case .decode(let packet): decode(packet, body)
        case .decodeAlone(let packet): decodeAlone(packet).map(body)
        case .drain: drain(body)
        case .reset: reset()
        case .rest: rest()
        }
    }
}
