import Media
import Testing

@Suite struct ExtentTests {
    @Test func `an extent is told in both languages`() {
        let wet = Extent(
            size: .area(squareMetres: 23.4, isRough: true), depth: .atLeast(centimetres: 15), trend: .growing)
        #expect(wet.words.zh == "面积约 23 m²（粗略），水深至少 15 cm，在扩大")
        #expect(wet.words.en == "area about 23 m² (rough), at least 15 cm deep, growing")
        let unknown = Extent(size: .noScale, depth: .noMarks)
        #expect(unknown.words.zh == "面积未知：摄像机没有地面标尺，水深未知：区域内没有水深标记")
        #expect(
            unknown.words.en
                == "area unknown: the camera has no ground scale, depth unknown: its zone has no depth mark")
        #expect(Extent(size: .width(metres: 2.44)).words.en == "about 2.4 m wide")
    }
}
