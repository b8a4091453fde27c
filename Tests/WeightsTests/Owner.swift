import Foundation
import TestSupport
import Weights

/// An owner of weights on this machine: a folder behind HTTPS, with a certificate that this test alone believes.
final class Owner {
    let folder: URL
    let port: Int
    private let server: Process

    private static let certificate = Result { try makeCertificate() }

    init() throws {
        folder = try TemporaryFolder.make()
        let (certificate, key) = try Self.certificate.get()
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Servers/https.py")
        server = Process()
        let output = Pipe()
        server.executableURL = URL(filePath: "/usr/bin/python3")
        server.arguments = [script.path, folder.path, certificate.path, key.path]
        (server.standardOutput, server.standardError, server.standardInput) = (
            output, FileHandle.nullDevice, FileHandle.nullDevice
        )
        try server.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            line += more
        }
        port = Int(String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    /// A process that a test started does not heed a polite word.
    func stop() { kill(server.processIdentifier, SIGKILL) }

    func address(of name: String) -> String { "https://localhost:\(port)/\(name)" }

    func offer(_ data: Data, as name: String) throws { try data.write(to: folder.appending(path: name)) }

    /// `curl` believes what CURL_CA_BUNDLE names.
    private static func makeCertificate() throws -> (certificate: URL, key: URL) {
        let folder = try TemporaryFolder.make()
        let (certificate, key) = (folder.appending(path: "certificate.pem"), folder.appending(path: "key.pem"))
        let made = try OutsideProgram("openssl").run([
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
            "subjectAltName=DNS:localhost", "-keyout", key.path, "-out", certificate.path,
        ])
        guard made.status == 0 else { throw NoCertificate(why: made.errors) }
        setenv("CURL_CA_BUNDLE", certificate.path, 1)
        return (certificate, key)
    }

    struct NoCertificate: Error { let why: String }
}
