import Labels
import Media
import Testing

@Suite struct FrameTimesTests {
    private func times(_ seconds: [Double]) -> FrameTimes { FrameTimes(seconds.map { MediaTime(seconds: $0) }) }

    @Test func `the rate is that of the whole, also where the clock counts milliseconds`() throws {
        #expect(try #require(times([0, 0.04, 0.08]).rate) == 25)
        let flash = times((0..<301).map { (Double($0) / 30 * 1000).rounded() / 1000 })
        #expect(abs(try #require(flash.rate) - 30) < 1e-9 && flash.isEven && flash.notice == nil)
        // A stream may begin later than zero.
        #expect(try #require(times([2, 2.5]).rate) == 2)
    }

    @Test func `too few pictures have no rate`() {
        #expect(times([]).rate == nil && times([1]).rate == nil && times([1, 1]).rate == nil)
        #expect(times([1]).isEven && times([1, 1]).count == 2)
    }

    @Test func `uneven times are told with how far they are off`() {
        let uneven = times([0, 0.1, 0.2, 0.3, 2])
        #expect(uneven.unevenness == .milliseconds(1200) && !uneven.isEven)
        #expect(
            uneven.notice
                == Words(
                    zh: "提示：视频的画面间隔不均匀；按帧号算出的时间最多相差 1.2 秒",
                    en:
                        "note: the pictures of the video do not come evenly: times that are made of frame numbers are up to "
                        + "1.2 s off"))
        #expect(times([0, 0.1, 0.24, 0.3]).isEven)
    }

    @Test func `boxes of frames that a video does not have are refused`() {
        let box = LabelledBox(box: Box(x: 0, y: 0, width: 1, height: 1), label: "car")
        let labels = BoxLabels(pictures: [
            PictureBoxes(picture: .frame(1), boxes: [box]), PictureBoxes(picture: .frame(7), boxes: []),
        ])
        func check(_ count: Int) -> String {
            told { () throws(LabelFindings) in try times((0..<count).map(Double.init)).check(labels, file: "gt.txt") }
        }
        #expect(check(2) == "none")
        #expect(
            check(1)
                == "gt.txt: there is a box of frame 1, from 0, but the video has 1 frame(s); check whether it is the same "
                + "video")
    }

    @Test func `a size is written as people write it`() {
        #expect(PixelSize(written: "1920x1080") == PixelSize(width: 1920, height: 1080))
        for text in ["1920", "x", "1920x", "0x5", "-1x5", "1920X1080", "1x2x3", "1.5x2", " 1x2", "200000x5"] {
            #expect(PixelSize(written: text) == nil, "\(text)")
        }
    }
}
