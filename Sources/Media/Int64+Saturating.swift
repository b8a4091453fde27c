// Arithmetic on what the world sent: a result beyond the number line is its nearest end.
extension Int64 {
    package func addingAtMost(_ other: Int64) -> Int64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? (other < 0 ? .min : .max) : sum
    }

    package func subtractingAtMost(_ other: Int64) -> Int64 {
        let (difference, overflows) = subtractingReportingOverflow(other)
        return overflows ? (other < 0 ? .max : .min) : difference
    }

    package func multipliedAtMost(by other: Int64) -> Int64 {
        let (product, overflows) = multipliedReportingOverflow(by: other)
        return overflows ? ((self < 0) == (other < 0) ? .max : .min) : product
    }

    /// The nearest whole number; 0 for what is none.
    package init(clamping number: Double) {
        if number.isNaN {
            self = 0
        } else {
            self = Int64(exactly: number.rounded()) ?? (number < 0 ? .min : .max)
        }
    }
}
