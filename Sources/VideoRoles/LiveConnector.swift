import Media
import Pipeline
import Video

/// Connects to one camera.
package final class LiveConnector: SourceConnector {
    private let address: SourceAddress
    private let policy: DecodePolicy
    private let worker: DecodeWorker
    private let interrupt = Interrupt()

    package init(_ plan: CameraPlan, worker: DecodeWorker) {
        (address, policy, self.worker) = (plan.address, plan.setup.policy, worker)
    }

    package func connect() throws(SourceFault) -> any LiveSession {
        let stream = try LiveStream(address, interrupt: interrupt, patience: .of(address.kind))
        do {
            let decoder = try StreamPictures(
                stream.format, policy: policy, keyframes: worker.keyframes, zero: .zero)
            return Session(stream, decoder: decoder, isPaced: address.kind.isPaced)
        } catch {
            let codec = stream.format.codec
            throw SourceFault(
                .wrongCodec,
                Words(
                    zh: "编码“\(codec)”无法解码。请将摄像机设为 H.264 或 H.265。",
                    en: "its codec '\(codec)' cannot be decoded. Set the camera to H.264 or H.265."))
        }
    }

    package func callOff() { interrupt.callOff() }

    private final class Session: LiveSession {
        /// So many packets in a row may lack a timestamp before none is believed.
        private static let mostGuesses = 25

        private let stream: LiveStream
        let decoder: any PictureDecoder
        let isPaced: Bool

        init(_ stream: LiveStream, decoder: any PictureDecoder, isPaced: Bool) {
            (self.stream, self.decoder, self.isPaced) = (stream, decoder, isPaced)
        }

        // A raw file has no timestamps at all: it is paced by the usual distance, not by its arrival.
        var isUntimed: Bool { !isPaced && stream.guessedTimes >= Self.mostGuesses }

        func next() throws(SourceFault) -> LiveUnit {
            switch try stream.next() {
            case .packet(let packet): .packet(packet)
            case .seam: .seam
            }
        }
    }
}

extension LiveStream.Patience {
    /// The segments of a playlist come one in many seconds.
    package static func of(_ kind: SourceKind) -> LiveStream.Patience {
        kind == .hls ? .init(opening: .seconds(20), reading: .seconds(45)) : .camera
    }
}
