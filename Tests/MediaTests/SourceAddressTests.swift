import Media
import Testing

@Suite struct SourceAddressTests {
    private func address(_ text: String, _ environment: [String: String] = [:]) throws -> SourceAddress {
        try SourceAddress(configured: text, folder: "/etc/piculet", variable: { environment[$0] })
    }

    @Test func `a secret goes into the URL encoded and never into words`() throws {
        let address = try address(
            "rtsp://viewer:${GATE_PASSWORD}@192.0.2.10/stream1?channel=2", ["GATE_PASSWORD": "p@ss:w/rd"])
        #expect(address.secretURL == "rtsp://viewer:p%40ss%3Aw%2Frd@192.0.2.10/stream1?channel=2")
        var dumped = ""
        dump(address, to: &dumped)
        for shown in ["\(address)", String(reflecting: address), dumped] {
            #expect(!shown.contains("p%40ss") && !shown.contains("viewer") && !shown.contains("channel=2"))
        }
        #expect("\(address)" == "rtsp://***@192.0.2.10/stream1?***")
    }

    @Test func `a password written with a bare at sign is hidden whole`() {
        #expect(SourceAddress.redacted("rtsp://a:b@c@host:554/x") == "rtsp://***@host:554/x")
        #expect(SourceAddress.redacted("http://host/live.flv") == "http://host/live.flv")
    }

    @Test(arguments: [
        ("rtsp://h/s", SourceKind.rtsp), ("http://h/a.flv?key=1", .httpFLV), ("https://h/a/index.m3u8", .hls),
        ("udp://239.0.0.1:5000", .udp), ("lavfi:testsrc2=s=320x180", .lavfi), ("clips/gate.mp4", .file),
    ])
    func `each kind is known by its form`(text: String, kind: SourceKind) throws {
        #expect(try SourceAddress.kind(of: text) == kind)
    }

    @Test func `paths begin where the configuration lies`() throws {
        #expect(try address("gate.mp4").secretURL == "/etc/piculet/gate.mp4")
        #expect(try address("/films/gate.mp4").secretURL == "/films/gate.mp4")
    }

    @Test func `what is not known is refused in words`() {
        func mistake(_ text: String) -> String? {
            do {
                _ = try address(text)
                return nil
            } catch { return "\(error)" }
        }
        #expect(
            mistake("rtsp://viewer:${GATE}@h/s") == "the environment has no 'GATE'; set it before Piculet starts")
        #expect(mistake("ftp://h/s") == "sources of the kind 'ftp' are not known; known: \(SourceKind.allowed)")
        #expect(
            mistake("http://h/stream")
                == "an HTTP source ends in .flv or .m3u8; known sources: \(SourceKind.allowed)")
        #expect(
            mistake("lavfi:movie=/etc/passwd")
                == "a lavfi source draws pictures; it may not read other sources with 'movie'")
    }
}
