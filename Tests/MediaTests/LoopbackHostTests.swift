import Media
import Testing

@Suite struct LoopbackHostTests {
    @Test(arguments: [
        "127.0.0.1", "127.0.0.1:8321", "127.255.255.255:1", "localhost", "localhost:65535", "LocalHost:80", "[::1]",
        "[::1]:8321",
    ])
    func `what means this machine is taken`(authority: String) {
        #expect(LoopbackHost(authority: authority) != nil)
    }

    @Test(arguments: [
        "", ":", ":8321", "127.evil.example", "127.0.0.1.evil.com", "127.0.0.1.evil.com:8321", "[evil]", "[evil]:8321",
        "[::1", "[::1]8321", "[::1].evil.com", "[::1]x:80", "127.0.0.1@evil.com", "user@127.0.0.1", "localhost.",
        "localhost.evil.com", "localhost:", "localhost:x", "localhost:+80", "localhost:80:80", "localhost:65536",
        "127.0.0.1:99999999999999999999", "127.999.1.1", "127.0.0.256", "127.1", "127.0.0.01", "127.0.0.1.", "127.0.0.",
        "127.0.0.1 ", " 127.0.0.1", "127.0.0.１", "128.0.0.1", "0.0.0.0", "10.0.0.1", "evil.example", "::1",
        "127.0.0.1/x",
        "127.0.0.1,127.0.0.1", "127.0.0.+1", "127.0.0.-1",
    ])
    func `nothing that only looks like this machine is taken`(authority: String) {
        #expect(LoopbackHost(authority: authority) == nil)
    }

    @Test func `a socket is bound without brackets`() {
        #expect(LoopbackHost("[::1]")?.address == "::1" && LoopbackHost("127.0.0.2")?.address == "127.0.0.2")
    }
}
