#if Server
    internal import HTTPTypes
    internal import NIOCore
    internal import NIOHTTPTypes

    /// Closes a connection whose next request does not begin in time, however many bytes of a header trickle in.
    ///
    /// The time of a request itself is bounded by its deadline, and an answer may stream as long as it likes.
    final class HeaderDeadline: ChannelDuplexHandler, RemovableChannelHandler {
        typealias InboundIn = HTTPRequestPart
        typealias OutboundIn = HTTPResponsePart
        typealias OutboundOut = HTTPResponsePart

        private let limit: TimeAmount
        private var timer: Scheduled<Void>?

        init(_ limit: TimeAmount) { self.limit = limit }

        func handlerAdded(context: ChannelHandlerContext) {
            if context.channel.isActive { arm(context) }
        }

        func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

        func channelActive(context: ChannelHandlerContext) {
            arm(context)
            context.fireChannelActive()
        }

        func channelInactive(context: ChannelHandlerContext) {
            timer?.cancel()
            context.fireChannelInactive()
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            if case .head = unwrapInboundIn(data) { timer?.cancel() }
            context.fireChannelRead(data)
        }

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            if case .end = unwrapOutboundIn(data) { arm(context) }
            context.write(data, promise: promise)
        }

        private func arm(_ context: ChannelHandlerContext) {
            timer?.cancel()
            let channel = context.channel
            timer = context.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
        }
    }
#endif
