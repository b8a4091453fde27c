import Foundation

/// Tells the service manager how things stand (systemd's sd_notify(3): one datagram of `KEY=value` lines).
package struct ServiceNotice: Sendable {
    private let address: String?

    package init(environment: [String: String]) { address = environment["NOTIFY_SOCKET"] }

    package func ready() { send("READY=1") }
    package func reloading() { send("RELOADING=1") }
    package func stopping() { send("STOPPING=1") }
    /// All parts answer.
    package func alive() { send("WATCHDOG=1") }

    private func send(_ text: String) {
        guard let address else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var target = sockaddr_un()
        target.sun_family = sa_family_t(AF_UNIX)
        var path = Array(address.utf8)
        // A leading @ stands for the abstract namespace.
        if path.first == UInt8(ascii: "@") { path[0] = 0 }
        let room = MemoryLayout.size(ofValue: target.sun_path)
        guard path.count < room else { return }
        unsafe withUnsafeMutableBytes(of: &target.sun_path) { unsafe $0.copyBytes(from: path) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        let bytes = Array(text.utf8)
        unsafe withUnsafePointer(to: &target) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = unsafe sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}
