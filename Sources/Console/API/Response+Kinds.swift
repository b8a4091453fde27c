import Foundation
import Hummingbird

extension Response {
    static func text(
        _ text: String, status: HTTPResponse.Status = .ok, type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    static func json(_ value: some Encodable) throws -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(value))))
    }

    /// - Parameters:
    ///   - data: nil: there is no such picture.
    ///   - keeps: it never changes.
    static func jpeg(_ data: Data?, keeps: Bool) throws -> Response {
        guard let data else { throw HTTPError(.notFound) }
        return Response(
            status: .ok,
            headers: [.contentType: "image/jpeg", .cacheControl: keeps ? "private, max-age=86400" : "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }
}
