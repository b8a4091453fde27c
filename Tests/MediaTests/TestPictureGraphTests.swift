import Media
import Testing

@Suite struct TestPictureGraphTests {
    private func mistake(_ graph: String) -> String? {
        do {
            _ = try SourceAddress(configured: "lavfi:\(graph)", folder: "/", variable: { _ in nil })
            return nil
        } catch { return "\(error)" }
    }

    @Test(arguments: [
        "testsrc2=s=320x180:r=10", "testsrc2=s=640x360:r=25:d=10,noise=alls=12:allf=t",
        " color@sky = c=blue , drawbox=x=10:y=10:w=20:h=20 ",
        "color=c='0x00\\,ff',scale=64:64[a];testsrc[b];[a][b]hstack",
        "smptebars[out0]", "mandelbrot;testsrc[out1]",
    ])
    func `test pictures are drawn`(graph: String) { #expect(mistake(graph) == nil) }

    @Test(
        arguments: [
            ("movie=/etc/passwd", "movie"), ("movie@a=/etc/passwd", "movie"), ("movie =/etc/passwd", "movie"),
            (" \n movie\t=x", "movie"), ("testsrc,drawtext=textfile=/etc/passwd", "drawtext"), ("amovie=x", "amovie"),
            ("testsrc,sendcmd=f=/etc/passwd", "sendcmd"), ("testsrc[a];[a]subtitles=/etc/passwd", "subtitles"),
            ("testsrc,lut3d=file=/etc/passwd", "lut3d"), ("life=filename=/etc/passwd", "life"),
            ("mo\\vie=x", "mo\\vie"), ("'movie'=x", "'movie'"), ("testsrc=d='1',movie=x", "movie"),
            ("testsrc=d='1'\u{308},movie=x", "movie"), ("testsrc=d=1\\',movie=x", "movie"), ("testsrc,,movie=x", ""),
            ("sws_flags=bicubic;movie=x", "sws_flags"), ("[in\u{301}]movie=x", "movie"), ("", ""),
        ] as [(String, String)])
    func `a filter that reads a file is refused by its name, however it is written`(graph: String, filter: String) {
        let words = mistake(graph) ?? ""
        #expect(words.hasPrefix("a lavfi source draws test pictures and may not use '\(filter)'"), "\(graph): \(words)")
        #expect(words.contains("sources: allrgb,") && words.contains("filters: avgblur,"))
    }

    @Test func `a variable brings no other filter`() throws {
        let text = "lavfi:testsrc=s=${SIZE}"
        #expect(try SourceAddress.kind(of: text) == .lavfi)
        let drawn = try SourceAddress(configured: text, folder: "/", variable: { _ in "64x64" })
        #expect(drawn.secretURL == "testsrc=s=64x64" && "\(drawn)" == "testsrc=s=${SIZE}")
        #expect(throws: SourceAddress.Mistake.self) {
            try SourceAddress(configured: text, folder: "/", variable: { _ in "64x64,movie=/etc/passwd" })
        }
    }

    @Test func `a misspelt filter gets the nearest name`() {
        #expect(mistake("testsrc,sacle=64:64")?.contains("'sacle'; did you mean 'scale'?") == true)
    }
}
