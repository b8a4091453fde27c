import Foundation
import Media
import Video

/// What a camera answers, and recordings: the first byte says which. The answers to one request after another lie between
/// lines of `~~`; of HTTP they may be without a head. Nothing is decoded: the codecs are not ours.
struct StreamsTarget: FuzzTarget {
    private enum Kind: CaseIterable { case rtsp, flv, hls, recording, loop }

    private static let separator = Array("\n~~\n".utf8)
    private static let head = Array("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\n".utf8)
    /// So many packets are read.
    private static let most = 40

    private let folder: FuzzFolder
    private let server = AnswerServer()

    init() throws { folder = try FuzzFolder() }

    func take(_ input: [UInt8]) {
        guard let first = input.first else { return }
        let rest = Array(input.dropFirst())
        let kind = Kind.allCases[Int(first & 15) % Kind.allCases.count]
        let host = "127.0.0.1:\(server.port)"
        switch kind {
        case .rtsp: answer(rest, "rtsp://\(host)/stream")
        case .flv: answer(rest, "http://\(host)/live.flv", head: first & 128 == 0)
        case .hls: answer(rest, "http://\(host)/live.m3u8", head: first & 128 == 0)
        case .recording: record(folder.write("recording.bin", rest))
        case .loop: watch(folder.write("recording.mp4", rest))
        }
    }

    private func answer(_ bytes: [UInt8], _ source: String, head: Bool = false) {
        let answers = bytes.split(separator: Self.separator).map { head ? Self.head + $0 : Array($0) }
        server.give(answers, keepingConnections: source.hasPrefix("rtsp"))
        watch(source)
    }

    private func watch(_ source: String) {
        do {
            let address = try SourceAddress(configured: source, folder: folder.url.path, variable: { _ in nil })
            let stream = try LiveStream(
                address, interrupt: Interrupt(),
                patience: .init(opening: .milliseconds(200), reading: .milliseconds(50)))
            _ = "\(stream.format)"
            for _ in 0..<Self.most { if case .packet(let packet) = try stream.next() { _ = packet.bytes } }
        } catch {
            _ = "\(error)"
        }
    }

    private func record(_ path: String) {
        do {
            let file = try VideoFile(path: path)
            _ = (file.claimedDuration, file.format)
            for _ in 0..<Self.most {
                guard file.nextPacket() != nil else { return }
                _ = file.lastTime
            }
        } catch {
            _ = "\(error)"
        }
    }
}

/// Answers whatever it is asked with the next of a list, on a thread of its own.
private final class AnswerServer: @unchecked Sendable {
    // Sendable: the lock guards what changes.
    let port: Int
    private let lock = NSLock()
    private var answers: [[UInt8]] = []
    private var keepsConnections = false

    init() {
        let listener: Int32
        (listener, port) = Wire.listen()
        let thread = Thread { [self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { fatalError("no connection is taken any more") }
                serve(client)
                close(client)
            }
        }
        thread.start()
    }

    func give(_ answers: [[UInt8]], keepingConnections: Bool) {
        lock.withLock { (self.answers, keepsConnections) = (answers, keepingConnections) }
    }

    private func serve(_ client: Int32) {
        Wire.wait(100, at: client)
        var keeps = true
        while keeps, !Wire.receive(from: client).isEmpty {
            let next = lock.withLock { () -> [UInt8]? in
                keeps = keepsConnections
                return answers.isEmpty ? nil : answers.removeFirst()
            }
            guard let next else { return }
            Wire.send(next, to: client)
        }
    }
}
