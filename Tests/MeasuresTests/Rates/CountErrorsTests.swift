import Measures
import Testing

@Suite struct CountErrorsTests {
    private struct Case: Decodable {
        let counts: [[Double]]
        let mae: Double
        let rmse: Double
        let bias: Double
        let within: Int
    }

    /// Errors: 12 - 10 = 2, 0 within the range, 15 - 20 = -5, 3 - 0 = 3. MAE 10 / 4, RMSE √(38 / 4), bias 0 / 4; the first two
    /// are within a fifth, 5 of 20 is a quarter, and of nothing there is no fifth.
    @Test func `four counts, one of them against a range`() {
        let errors = CountErrors([
            .init(12, truth: 10), .init(17, truth: 15...20), .init(15, truth: 20...25), .init(3, truth: 0),
        ])
        #expect(errors.n == 4 && errors.meanAbsolute == 2.5 && errors.bias == 0)
        #expect(errors.rootMeanSquare.isNear(9.5.squareRoot()))
        #expect(errors.withinFifth == Share(2, of: 4))
    }

    @Test func `too few counted is a bias below 0`() {
        #expect(CountErrors([.init(7, truth: 9...10)]).bias == -2)
    }

    @Test func `a fifth too many is within a fifth, however it is rounded`() {
        #expect(CountErrors.Count(3.6, truth: 3).isWithinFifth && !CountErrors.Count(3.601, truth: 3).isWithinFifth)
    }

    @Test func `of no counts there are no errors`() {
        let none = CountErrors([])
        #expect(none.n == 0 && none.meanAbsolute == nil && none.rootMeanSquare == nil && none.bias == nil)
        #expect(none.withinFifth.value == nil)
    }

    @Test func `errors are those of scikit-learn against the nearest true number`() throws {
        for one in try Reference.cases("counts", as: Case.self) {
            let errors = CountErrors(one.counts.map { .init($0[0], truth: $0[1]...$0[2]) })
            let found = [errors.meanAbsolute, errors.rootMeanSquare, errors.bias]
            #expect(found.areNear([one.mae, one.rmse, one.bias]), "\(one)")
            #expect(errors.withinFifth == Share(one.within, of: one.counts.count), "\(one)")
        }
    }
}
