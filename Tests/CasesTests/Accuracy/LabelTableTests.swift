import Cases
import Media
import TestSupport
import Testing

/// The lines of a harvested dataset.
@Suite struct LabelTableTests {
    @Test func `a case is one line, with its box and its half`() {
        var table = LabelTable()
        let record = SampleCase().record
        table.add(record, .wrong, picture: "pictures/a.jpg", in: Shanghai.zone)
        #expect(
            table.text
                == "picture,camera,algorithm,zone,verdict,case,hit_at,x,y,w,h,split\r\n"
                + "pictures/a.jpg,gate,street-stall,kerb,false,\(record.number),1970-01-01T08:00:10+08:00,0.1,0.2,0.3,"
                + "0.4,\(CameraSplit(camera: "gate").rawValue)\r\n")
    }

    @Test func `what would break a line is quoted`() {
        var table = LabelTable()
        table.add(SampleCase().record, .correct, picture: "a,\"b\"\r\nc", in: Shanghai.zone)
        #expect(table.text.contains("\"a,\"\"b\"\"\r\nc\",gate"))
    }

    @Test func `a camera stays in its half for ever, and about a third are for judging`() {
        // Written down when the split was first made: datasets that people have go by it.
        #expect(
            ["gate", "stall", "crowd", "west-1"].map { CameraSplit(camera: $0) } == [
                .development, .development, .judging, .development,
            ])
        let judging = (0..<10_000).count { CameraSplit(camera: "camera-\($0)") == .judging }
        #expect((2700...3300).contains(judging))
    }
}
