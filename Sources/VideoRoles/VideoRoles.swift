import Foundation
import Media
import Pipeline
import Video

// Video knows nothing of the pipeline: here its parts take the roles that the pipeline declares.

extension Packet: EncodedPacket {}

extension Frame: OriginalPicture {
    package var analysisSize: (width: Int, height: Int) { PictureShrinker.size(of: self) }

    package func jpeg(box: Box?, parts: [Box]) throws -> Data { try JPEG.encode(self, box: box, parts: parts) }

    package func thumbnail() throws -> Data { try JPEG.encode(self, mostWidth: 480) }
}

extension Keyframe: OriginalPicture {
    package var time: MediaTime { draft.time }

    package var analysisSize: (width: Int, height: Int) { draft.analysisSize }

    package func jpeg(box: Box?, parts: [Box]) throws -> Data { try whole.jpeg(box: box, parts: parts) }

    package func thumbnail() throws -> Data { try draft.thumbnail() }
}

extension VideoFile: PacketSource {
    package func next() -> (any EncodedPacket)? { nextPacket() }
}
