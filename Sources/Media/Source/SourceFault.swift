/// Why a source gives no packets.
package struct SourceFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened, as far as it decides what to do next.
    package enum Reason: String, Sendable {
        /// Nobody answers, or the answer breaks off.
        case unreachable
        /// It answered, then nothing more came in time.
        case timedOut = "timed-out"
        /// It says no to name and password.
        case refused
        /// It sends what is no picture that Piculet decodes.
        case wrongCodec = "wrong-codec"
        /// What it sends is not understood.
        case garbage
        /// It sends more than a camera does: without end, or too much at once.
        case excessive
        /// What it names lies on a host that the camera does not list.
        case foreignHost = "foreign-host"
        /// It came to its end.
        case ended
        /// Piculet stops it.
        case cancelled
    }

    /// What the supervisor does about it.
    package enum Recovery: Sendable {
        case reconnectWithBackoff
        /// A camera locks out who knocks often with a wrong password; a wrong codec or host changes only by hand; what
        /// sends without end costs much each time.
        case reconnectSeldom
        case stopSource
    }

    package let reason: Reason
    /// What failed and what a person can do; holds no secret.
    package let words: Words

    package init(_ reason: Reason, _ words: Words) { (self.reason, self.words) = (reason, words) }

    package static let cancelled = SourceFault(.cancelled, Words(zh: "已停止。", en: "it was stopped"))

    package var recovery: Recovery {
        switch reason {
        case .unreachable, .timedOut, .garbage, .ended: .reconnectWithBackoff
        case .refused, .wrongCodec, .excessive, .foreignHost: .reconnectSeldom
        case .cancelled: .stopSource
        }
    }

    package var description: String { words.en }
}
