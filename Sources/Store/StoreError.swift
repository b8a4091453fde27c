import Cases
import GRDB

/// Why the store could not do what was asked.
package struct StoreError: Error, Sendable, CustomStringConvertible {
    package let reason: String
    package let place: String
    package let advice: String
    /// Set when it was not the store but the case's state that said no.
    package let refusal: CaseStateMachine.Refusal?

    package var description: String { "\(place): \(reason). \(advice)" }

    init(reason: String, place: String, advice: String, refusal: CaseStateMachine.Refusal? = nil) {
        (self.reason, self.place, self.advice, self.refusal) = (reason, place, advice, refusal)
    }

    init(_ cause: any Error, place: String) {
        switch cause {
        case let error as StoreError: self = error
        case let refusal as CaseStateMachine.Refusal:
            self.init(reason: "\(refusal)", place: "case", advice: "See 'piculet case show'.", refusal: refusal)
        case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
            self.init(reason: "it is not a store", place: place, advice: "Give a file that Piculet wrote.")
        case let error as DatabaseError
        where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY:
            self.init(
                reason: "the store cannot be written (\(error.message ?? "no reason given"))", place: place,
                advice: "Check that the folder exists and may be written.")
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL:
            self.init(reason: "the disk is full", place: place, advice: "Free space; nothing that was told is lost.")
        default: self.init(reason: "the store failed: \(cause)", place: place, advice: "Check the disk.")
        }
    }
}
