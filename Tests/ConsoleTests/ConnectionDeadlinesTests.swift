import Console
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

/// Who holds a connection without using it, on a clock of its own.
@Suite struct ConnectionDeadlinesTests {
    private let channel = EmbeddedChannel()
    private let request = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/")

    init() throws {
        try channel.pipeline.syncOperations.addHandler(ConnectionDeadlines())
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    private func pass(_ seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

    private func ask() throws {
        try channel.writeInbound(HTTPRequestPart.head(request))
        try channel.writeInbound(HTTPRequestPart.end(nil))
    }

    private func answer() throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    @Test func `one that sends nothing is ended`() {
        pass(9)
        #expect(channel.isActive)
        pass(1)
        #expect(!channel.isActive)
    }

    @Test func `a request that trickles in is ended, however steadily it comes`() throws {
        try channel.writeInbound(HTTPRequestPart.head(request))
        for _ in 0..<9 {
            pass(1)
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
        }
        #expect(channel.isActive)
        pass(1)
        #expect(!channel.isActive)
    }

    @Test func `one that answers follow is kept, and ended when it asks no more`() throws {
        for _ in 0..<10 {
            try ask()
            try answer()
            pass(9)
        }
        #expect(channel.isActive)
        pass(1)
        #expect(!channel.isActive)
    }

    @Test func `a stream that waits for news is kept for hours`() throws {
        try ask()
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        for _ in 0..<1000 {
            pass(15)
            try channel.writeOutbound(HTTPResponsePart.body(ByteBuffer(string: ":\n\n")))
        }
        pass(3600)
        #expect(channel.isActive)
    }

    @Test func `an answer that nobody takes is ended`() throws {
        let channel = EmbeddedChannel()
        // What is written stays where it is.
        try channel.pipeline.syncOperations.addHandlers([Stuck(), ConnectionDeadlines()])
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        try channel.writeInbound(HTTPRequestPart.head(request))
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.write(HTTPResponsePart.head(HTTPResponse(status: .ok)), promise: nil)
        channel.embeddedEventLoop.advanceTime(by: .seconds(29))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test func `a body without end is ended`() throws {
        try channel.writeInbound(HTTPRequestPart.head(request))
        let part = ByteBuffer(repeating: 0, count: 40_000)
        try channel.writeInbound(HTTPRequestPart.body(part))
        #expect(channel.isActive)
        try channel.writeInbound(HTTPRequestPart.body(part))
        #expect(!channel.isActive)
    }

    private final class Stuck: ChannelOutboundHandler {
        typealias OutboundIn = HTTPResponsePart

        private var promises: [EventLoopPromise<Void>] = []

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            if let promise { promises.append(promise) }
        }

        func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
            for promise in promises { promise.succeed() }
            context.close(mode: mode, promise: promise)
        }
    }
}
