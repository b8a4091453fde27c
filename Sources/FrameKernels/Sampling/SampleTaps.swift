/// Which of a line's pixels make up each of the new line's, and with what weight.
struct SampleTaps {
    /// For each new pixel the first that counts.
    let starts: [Int32]
    /// `taps` for each new pixel; they add up to 1.
    let weights: [Float]
    let taps: Int

    /// - Parameters:
    ///   - origin: where the part that is read begins, in pixels; their edges are whole numbers.
    ///   - length: how long it is, in pixels; above 0.
    ///   - count: how many new pixels there are.
    ///   - limit: how many pixels the line has: those at the ends stand for what lies beyond.
    ///   - isArea: averages what each new pixel covers, where it covers more than one; else two neighbours are mixed.
    init(origin: Double, length: Double, count: Int, limit: Int, isArea: Bool) {
        let step = length / Double(count)
        let reach = isArea && step > 1 ? Int(step.rounded(.up)) + 1 : 2
        taps = min(reach, limit)
        var starts: [Int32] = []
        var weights: [Float] = []
        for index in 0..<count {
            let shares =
                isArea && step > 1
                ? Self.covered(from: origin + Double(index) * step, length: step, reach: reach)
                : Self.mixed(at: origin + (Double(index) + 0.5) * step - 0.5)
            let start = min(max(shares.first, 0), limit - taps)
            var its = [Float](repeating: 0, count: taps)
            for (offset, share) in shares.weights.enumerated() {
                its[min(max(shares.first + offset, 0), limit - 1) - start] += Float(share)
            }
            starts.append(Int32(start))
            weights += its
        }
        (self.starts, self.weights) = (starts, weights)
    }

    /// Two neighbours, by how near their middles are.
    private static func mixed(at place: Double) -> (first: Int, weights: [Double]) {
        let first = place.rounded(.down)
        return (Int(first), [1 - (place - first), place - first])
    }

    /// All that a stretch covers, by how much of each.
    private static func covered(from: Double, length: Double, reach: Int) -> (first: Int, weights: [Double]) {
        let first = Int(from.rounded(.down))
        let weights = (first..<first + reach).map { pixel in
            max(min(from + length, Double(pixel + 1)) - max(from, Double(pixel)), 0) / length
        }
        return (first, weights)
    }
}
