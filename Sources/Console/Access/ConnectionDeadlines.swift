import NIOCore
import NIOHTTPTypes

/// Ends connections that hold a place and make no use of it: a request that does not come whole in time, one with a
/// body that has no end, an answer that nobody takes.
///
/// A stream that waits for news is neither: its heartbeats are taken.
package final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPRequestPart
    package typealias InboundOut = HTTPRequestPart
    package typealias OutboundIn = HTTPResponsePart
    package typealias OutboundOut = HTTPResponsePart

    /// From the start of the connection, or the end of the last answer, to the end of the next request.
    static let requestTime = TimeAmount.seconds(10)
    /// Without anything of the answer being taken.
    static let answerTime = TimeAmount.seconds(30)
    /// The console takes no request with a body worth mentioning.
    static let largestBody = 65536

    package init() {}

    private var isReading = false
    private var bodySize = 0
    /// Requests that have not been answered in full.
    private var unanswered = 0
    private var unwritten = 0
    private var requestDeadline = NIODeadline.distantFuture
    private var answerDeadline = NIODeadline.distantFuture
    private var alarm: (at: NIODeadline, task: Scheduled<Void>)?

    package func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    package func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    package func channelInactive(context: ChannelHandlerContext) {
        cancel()
        context.fireChannelInactive()
    }

    package func handlerRemoved(context: ChannelHandlerContext) { cancel() }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch Self.unwrapInboundIn(data) {
        case .head:
            // One that comes before the last was answered begins its time with it.
            if unanswered > 0 { requestDeadline = context.eventLoop.now + Self.requestTime }
            (isReading, bodySize) = (true, 0)
            unanswered += 1
        case .body(let part):
            bodySize += part.readableBytes
            guard bodySize <= Self.largestBody else { return context.close(promise: nil) }
        case .end: isReading = false
        }
        setAlarm(context)
        context.fireChannelRead(data)
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = Self.unwrapOutboundIn(data) {
            unanswered -= 1
            if unanswered == 0 { requestDeadline = context.eventLoop.now + Self.requestTime }
        }
        if unwritten == 0 { answerDeadline = context.eventLoop.now + Self.answerTime }
        unwritten += 1
        let written = promise ?? context.eventLoop.makePromise()
        written.futureResult.assumeIsolated().whenComplete { [self] _ in
            unwritten -= 1
            answerDeadline = context.eventLoop.now + Self.answerTime
        }
        setAlarm(context)
        context.write(data, promise: written)
    }

    private func begin(_ context: ChannelHandlerContext) {
        requestDeadline = context.eventLoop.now + Self.requestTime
        setAlarm(context)
    }

    /// When somebody is late if nothing happens; nil: nobody is waited for.
    private var deadline: NIODeadline? {
        let request = isReading || unanswered == 0 ? requestDeadline : .distantFuture
        let next = min(request, unwritten > 0 ? answerDeadline : .distantFuture)
        return next == .distantFuture ? nil : next
    }

    private func setAlarm(_ context: ChannelHandlerContext) {
        // One that rings too early sets itself anew.
        guard let deadline, alarm.map({ deadline < $0.at }) ?? true else { return }
        cancel()
        let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { [self] in ring(context) }
        alarm = (deadline, task)
    }

    private func ring(_ context: ChannelHandlerContext) {
        alarm = nil
        if let deadline, deadline <= context.eventLoop.now { return context.close(promise: nil) }
        setAlarm(context)
    }

    private func cancel() {
        alarm?.task.cancel()
        alarm = nil
    }
}

@available(*, unavailable)
extension ConnectionDeadlines: Sendable {}
