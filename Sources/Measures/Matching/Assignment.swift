/// Pairs rows with columns, each with at most one: as many pairs as can be, and among these the ones that cost least.
///
/// The shortest augmenting path of R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse
/// linear assignment problems", Computing 38 (1987), row after row: n² · m steps for n of the fewer and m of the more. The
/// same costs give the same pairs; where several solutions cost the same, the one found depends on the order of rows and
/// columns only. Without forbidden pairs it costs what `scipy.optimize.linear_sum_assignment` finds.
package struct Assignment: Hashable, Sendable {
    /// A pair that costs more than this, or less than its negative, is forbidden: sums stay finite.
    package static let greatestCost = 1e100

    /// Of each row, its column; nil where it has none.
    package let columns: [Int?]
    /// Of all pairs together.
    package let cost: Double

    /// Costs by row, then column, any sign; nil forbids a pair, and so does what is no finite number.
    package init(costs: [[Double?]]) {
        let width = costs.first?.count ?? 0
        precondition(costs.allSatisfy { $0.count == width }, "Each row of costs has the same columns.")
        let allowed = costs.map { $0.map { cost in cost.flatMap { abs($0) <= Self.greatestCost ? $0 : nil } } }
        let prices = allowed.map { $0.map { Price(forbidden: $0 == nil ? 1 : 0, cost: $0 ?? 0) } }
        // Each of the fewer gets a partner; a forbidden partner is none.
        var columns: [Int?]
        if costs.count <= width {
            columns = Self.partners(prices, of: width)
        } else {
            let turned = (0..<width).map { column in prices.map { $0[column] } }
            columns = Array(repeating: nil, count: costs.count)
            for (column, row) in Self.partners(turned, of: costs.count).enumerated() { columns[row] = column }
        }
        var sum = 0.0
        for (row, column) in columns.enumerated() {
            guard let column else { continue }
            if let cost = allowed[row][column] { sum += cost } else { columns[row] = nil }
        }
        (self.columns, cost) = (columns, sum)
    }

    /// Of each row, its column in the cheapest assignment of all rows; there are at least as many columns.
    ///
    /// Rows and columns have potentials such that no price is less than the two together, and that of a pair is just that.
    private static func partners(_ prices: [[Price]], of width: Int) -> [Int] {
        // Place `width` stands for a column that the new row holds before it has found one of its own.
        var rowOfColumn = [Int?](repeating: nil, count: width + 1)
        var rowPotential = [Price](repeating: .free, count: prices.count)
        var columnPotential = [Price](repeating: .free, count: width + 1)
        for newRow in prices.indices {
            rowOfColumn[width] = newRow
            var reached = width
            var isReached = [Bool](repeating: false, count: width + 1)
            var reachedFrom = [Int](repeating: width, count: width)
            var distance = [Price?](repeating: nil, count: width)
            while let row = rowOfColumn[reached] {
                isReached[reached] = true
                var nearest: (column: Int, distance: Price)?
                for column in 0..<width where !isReached[column] {
                    let reduced = prices[row][column] - rowPotential[row] - columnPotential[column]
                    var shortest = reduced
                    if let known = distance[column], known <= reduced {
                        shortest = known
                    } else {
                        (distance[column], reachedFrom[column]) = (reduced, reached)
                    }
                    if nearest.map({ shortest < $0.distance }) ?? true { nearest = (column, shortest) }
                }
                guard let nearest else { preconditionFailure("There are at least as many columns as rows.") }
                for column in 0...width where isReached[column] {
                    if let row = rowOfColumn[column] { rowPotential[row] += nearest.distance }
                    columnPotential[column] -= nearest.distance
                }
                for column in 0..<width where !isReached[column] { distance[column]? -= nearest.distance }
                reached = nearest.column
            }
            // Back along the path, each column takes the row of the one before it.
            while reached != width {
                rowOfColumn[reached] = rowOfColumn[reachedFrom[reached]]
                reached = reachedFrom[reached]
            }
        }
        var partners = [Int](repeating: 0, count: prices.count)
        for column in 0..<width { if let row = rowOfColumn[column] { partners[row] = column } }
        return partners
    }
}

/// What a pair costs: any number of forbidden pairs less outweighs all costs, without a large number that would swallow
/// small ones.
private struct Price: Comparable {
    static let free = Price(forbidden: 0, cost: 0)

    var forbidden: Int
    var cost: Double

    static func < (left: Price, right: Price) -> Bool { (left.forbidden, left.cost) < (right.forbidden, right.cost) }

    static func - (left: Price, right: Price) -> Price {
        Price(forbidden: left.forbidden - right.forbidden, cost: left.cost - right.cost)
    }

    static func += (left: inout Price, right: Price) {
        left = Price(forbidden: left.forbidden + right.forbidden, cost: left.cost + right.cost)
    }

    static func -= (left: inout Price, right: Price) { left = left - right }
}
