import Cases
import GRDB

/// Why the store could not do what was asked.
package struct StoreError: Error, Sendable, CustomStringConvertible {
    package let reason: String
    package let place: String
    package let advice: String
    /// There was no room: what was asked may be asked again.
    package private(set) var isDiskFull = false

    package var description: String { "\(place): \(reason). \(advice)" }

    init(reason: String, place: String, advice: String) {
        (self.reason, self.place, self.advice) = (reason, place, advice)
    }

    init(_ cause: any Error, place: String) {
        switch cause {
        case let error as StoreError: self = error
        case let refusal as CaseRefusal:
            self.init(reason: "\(refusal)", place: "case", advice: "See 'piculet case show'.")
        case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
            self.init(reason: "it is not a store", place: place, advice: "Give a file that Piculet wrote.")
        case let error as DatabaseError
        where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY:
            self.init(
                reason: "the store cannot be written (\(error.message ?? "no reason given"))", place: place,
                advice: "Check that the folder exists and may be written.")
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL:
            self.init(reason: "the disk is full", place: place, advice: "Free space; nothing that was told is lost.")
            isDiskFull = true
        default: self.init(reason: "the store failed: \(cause)", place: place, advice: "Check the disk.")
        }
    }
}
