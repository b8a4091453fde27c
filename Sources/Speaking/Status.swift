/// Exit statuses of the design; 64, wrong usage, is ArgumentParser's own.
package enum Status {
    package static let workFailed: Int32 = 1
    package static let wrongConfiguration: Int32 = 78
}
