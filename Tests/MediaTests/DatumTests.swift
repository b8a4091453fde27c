import Media
import Testing

@Suite struct DatumTests {
    /// Places and their shifted counterparts as other programs publish them for their own tests.
    private static let known: [(wgs: Point, gcj: Point)] = [
        (Point(x: 121.5272106, y: 31.1774276), Point(x: 121.531541859215, y: 31.17530398364597)),
        (Point(x: 113.912316, y: 22.543847), Point(x: 113.9171764808363, y: 22.540796131694766)),
        (Point(x: 116.377817, y: 39.911954), Point(x: 116.38404722455657, y: 39.91334545536069)),
    ]

    @Test(arguments: known.indices) func `GCJ-02 is shifted as published, and back`(index: Int) {
        let (wgs, gcj) = Self.known[index]
        let there = Datum.gcj02.fromWGS84(wgs)
        #expect(abs(there.x - gcj.x) < 1e-6 && abs(there.y - gcj.y) < 1e-6)
        let back = Datum.gcj02.toWGS84(gcj)
        #expect(abs(back.x - wgs.x) < 1e-6 && abs(back.y - wgs.y) < 1e-6)
    }

    @Test(arguments: Datum.allCases) func `there and back is the same place, to a millimetre`(datum: Datum) {
        for x in stride(from: 74.0, through: 135, by: 1.7) {
            for y in stride(from: 3.0, through: 53, by: 1.3) {
                let place = Point(x: x, y: y)
                let back = datum.toWGS84(datum.fromWGS84(place))
                #expect(abs(back.x - x) < 1e-8 && abs(back.y - y) < 1e-8, "\(datum) \(place)")
            }
        }
    }

    @Test func `Baidu's places lie some kilometre off, outside China nothing is shifted by GCJ-02`() {
        let here = Point(x: 121.47, y: 31.23)
        let there = Datum.bd09.fromWGS84(here)
        #expect((0.009...0.013).contains(there.x - here.x) && (0.002...0.006).contains(there.y - here.y))
        #expect(Datum.gcj02.fromWGS84(Point(x: 2.35, y: 48.85)) == Point(x: 2.35, y: 48.85))
    }
}
