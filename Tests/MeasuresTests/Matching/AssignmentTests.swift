import Measures
import Testing

@Suite struct AssignmentTests {
    private struct Case: Decodable {
        let costs: [[Double?]]
        let pairs: Int
        let cost: Double
    }

    /// Of the six ways the sums are 4+0+2, 4+5+2, 1+2+2, 1+5+3, 3+2+2 and 3+0+3.
    @Test func `three rows get the columns that cost 5`() {
        let assignment = Assignment(costs: [[4, 1, 3], [2, 0, 5], [3, 2, 2]])
        #expect(assignment.columns == [1, 0, 2] && assignment.cost == 5)
    }

    /// The first row must leave its cheap column to the second, which may have no other.
    @Test func `two dear pairs are better than one cheap pair`() {
        let assignment = Assignment(costs: [[0, 5], [1, nil]])
        #expect(assignment.columns == [1, 0] && assignment.cost == 6)
    }

    @Test func `more rows than columns leave the dearest rows alone`() {
        #expect(Assignment(costs: [[3], [1], [2]]).columns == [nil, 0, nil])
        #expect(Assignment(costs: [[3, 1, 2]]).columns == [1])
    }

    @Test func `small costs count beside large ones and forbidden pairs`() {
        #expect(Assignment(costs: [[1e15, nil, nil], [nil, 2e-6, 1e-6]]).columns == [0, 2])
    }

    @Test func `what is no finite number is forbidden`() {
        let assignment = Assignment(costs: [[.infinity, .nan], [1e101, -.infinity]])
        #expect(assignment.columns == [nil, nil] && assignment.cost == 0)
    }

    @Test func `nothing gives nothing`() {
        #expect(Assignment(costs: []).columns.isEmpty)
        #expect(Assignment(costs: [[], []]).columns == [nil, nil])
        #expect(Assignment(costs: [[nil, nil]]).columns == [nil])
    }

    @Test func `equal costs give the same pairs each time`() {
        let equal = [[Double?]](repeating: [1, 1, 1], count: 3)
        #expect(Assignment(costs: equal) == Assignment(costs: equal))
        #expect(Assignment(costs: equal).columns == [0, 1, 2])
    }

    @Test func `pairs are as many, and as cheap, as those of SciPy`() throws {
        for one in try Reference.cases("assignments", as: Case.self) {
            let assignment = Assignment(costs: one.costs)
            let pairs = assignment.columns.enumerated().compactMap { row, column in column.map { (row, $0) } }
            #expect(pairs.count == one.pairs, "\(one)")
            #expect(Set(pairs.map(\.1)).count == pairs.count, "\(one)")
            let costs = try pairs.map { try #require(one.costs[$0.0][$0.1]) }
            #expect(Optional(costs.reduce(0, +)).isNear(one.cost), "\(one)")
            #expect(Optional(assignment.cost).isNear(one.cost), "\(one)")
        }
    }
}
