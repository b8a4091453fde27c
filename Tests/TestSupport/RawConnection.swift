import Foundation

/// A connection as a careless browser makes it, byte by byte.
package final class RawConnection {
    package struct Failure: Error { let code: Int32 }

    /// A server that says nothing for so long says nothing at all: the test fails, and does not wait for ever.
    private static let patience = 60

    private var socket: Int32

    package init(_ port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Failure(code: errno) }
        waitAtMost(seconds: Self.patience)
    }

    deinit { close() }

    package func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    package func ask(_ path: String) { send("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n") }

    /// What comes until it contains `end`, the other side ends, or nothing comes any more.
    package func read(until end: String) -> String {
        var text = ""
        var bytes = [UInt8](repeating: 0, count: 65536)
        while !text.contains(end) {
            let count = recv(socket, &bytes, bytes.count, 0)
            guard count > 0 else { break }
            text += String(decoding: bytes[..<count], as: UTF8.self)
        }
        return text
    }

    /// Whether the other side has ended it; waits so long for that.
    package func isEnded(within seconds: Int) -> Bool {
        waitAtMost(seconds: seconds)
        var byte: UInt8 = 0
        errno = 0
        let count = recv(socket, &byte, 1, 0)
        return count == 0 || (count < 0 && errno == ECONNRESET)
    }

    /// Ends as a killed browser does: with a reset.
    package func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        close()
    }

    private func waitAtMost(seconds: Int) {
        var limit = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    package func close() {
        if socket >= 0 { Glibc.close(socket) }
        socket = -1
    }
}
