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
    }

    @Test(arguments: [
        ("rtsp://cam/user=a_password=${P}", "rtsp://cam/user=a_password=${P}"),
        ("rtsp://cam/user=admin&password=${P}&channel=1", "rtsp://cam/user=admin&password=${P}&channel=1"),
        ("rtsp://${P}@cam/${P}/s?key=${P}", "rtsp://***@cam/${P}/s?***"),
        ("rtsp://cam/user=a_password=literal_channel=1", "rtsp://cam/user=a_password=***_channel=1"),
        ("http://cam/${P}.flv", "http://cam/${P}.flv"), ("/films/${P}.mp4", "/films/${P}.mp4"),
        ("films/${P}.mp4", "/etc/piculet/films/${P}.mp4"),
    ])
    func `a source is shown as it was configured, wherever its secrets stand`(text: String, shown: String) throws {
        let address = try address(text, ["P": "hunter2"])
        #expect("\(address)" == shown)
        #expect(address.secretURL.contains("hunter2") || !text.contains("${P}"))
        #expect(String(reflecting: address) == shown)
    }

    @Test(arguments: [
        ("http://cam.example/b.ts", true), ("https://CAM.example:8443/b.ts", true),
        ("http://u:p@cam.example/b.ts", true),
        ("crypto+http://cam.example/b.ts", true), ("http://media.example/b.ts", true),
        ("http://evil.example/b.ts", false),
        ("http://cam.example@evil.example/b.ts", false), ("http://cam.example.evil.example/b.ts", false),
        ("http:evil.example/://cam.example/", false), ("http://evil.example\\@cam.example.evil/", false),
        ("http://cam.example\\@evil.example/", false), ("http://127.0.0.1/b.ts", false), ("http://[::1]/b.ts", false),
        ("b.ts", false), ("", false),
    ])
    func `a playlist may fetch from its own host and from those that its camera lists`(url: String, may: Bool) throws {
        let address = try SourceAddress(
            configured: "http://viewer:x@cam.example:8080/live.m3u8", otherHosts: ["Media.example"], folder: "/",
            variable: { _ in nil })
        #expect(address.mayFetch(url) == may)
    }
}
