import Foundation

/// Sockets on this machine, byte by byte.
enum Wire {
    private static func onLoopback<Value>(
        _ port: Int, _ body: (UnsafeMutablePointer<sockaddr>, inout socklen_t) -> Value
    ) -> (value: Value, port: Int) {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let value = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &length) }
        }
        return (value, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// A socket that listens, and its port.
    static func listen() -> (socket: Int32, port: Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let (isBound, port) = onLoopback(0) { address, length in
            bind(listener, address, length) == 0 && Glibc.listen(listener, 64) == 0
                && getsockname(listener, address, &length) == 0
        }
        guard isBound else { fatalError("no port to listen on") }
        return (listener, port)
    }

    /// A socket that is connected, or nil; it waits so long for what it reads.
    static func connect(_ port: Int, patience milliseconds: Int) -> Int32? {
        let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        wait(milliseconds, at: client)
        let status = onLoopback(port) { address, length in Glibc.connect(client, address, length) }.value
        guard status == 0 else {
            close(client)
            return nil
        }
        return client
    }

    static func wait(_ milliseconds: Int, at socket: Int32) {
        var limit = timeval(tv_sec: milliseconds / 1000, tv_usec: milliseconds % 1000 * 1000)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    static func send(_ bytes: [UInt8], to socket: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// What comes; empty where nothing comes in time or the other side has ended.
    static func receive(from socket: Int32) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = recv(socket, &bytes, bytes.count, 0)
        return count > 0 ? Array(bytes[..<count]) : []
    }

    /// Ends it, with a reset: no port stays taken for a minute.
    static func reset(_ socket: Int32) {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        close(socket)
    }
}
