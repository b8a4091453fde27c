import Foundation
import TestSupport
import Testing

extension Together {
    @Suite struct ConsolePage {
        static let hasBrowser = ["/usr/bin/chromium", "/usr/bin/chromedriver"].allSatisfy {
            FileManager.default.fileExists(atPath: $0)
        }

        private struct Page: Decodable {
            let title: String
            let language: String
            let headings: [String]
            let cases: [String]
            let grids: [String]
            let units: [String]
            let limits: [String]
            let shares: [String]
            let cameras: [String]
            let width: Int
            let link: String
            let events: Int
        }

        private struct Seen: Decodable {
            let casePictures: [Int]
            let cameraPictures: [Int]
            let narrowPictures: [Int]
            let clocks: [[String]]
            let zh: Page
            let en: Page
            let kept: String
            let narrow: Page
            let narrowZh: Page
            let fault: [String]
            let first: String
            let afterFault: Page
            let unlinked: String
            let complaints: [String]

            enum CodingKeys: String, CodingKey {
                case casePictures, cameraPictures, narrowPictures, clocks, zh, en, kept, narrow, fault, first,
                    afterFault, unlinked,
                    complaints
                case narrowZh = "narrow-zh"
            }
        }

        @Test(.enabled(if: hasBrowser, "chromium and chromium-driver are not installed"))
        func `an operator sees cases, cameras and events, in two languages, wide and narrow`() async throws {
            let flvPort = try Machine.freePort()
            let server = try Server([
                "ffmpeg", "-v", "error", "-nostdin", "-re", "-stream_loop", "-1", "-i", try Clips.small.get(), "-c",
                "copy", "-f",
                "flv", "-listen", "1", "http://127.0.0.1:\(flvPort)/live.flv",
            ])
            let demo = try Machine.demo()
            let daemon = try RunningDaemon(
                demo + "  - {id: gate, name: 西门, source: \"http://127.0.0.1:\(flvPort)/live.flv\", decode: every 1s}\n")
            try await daemon.wait(within: .seconds(90), for: "three cases") { try daemon.cases.count == 3 }
            let pictures = try pictureFolder()
            let browser = try Conversation([
                "/usr/bin/python3", Machine.root.appending(path: "Tests/Browser/console_page.py").path,
                daemon.url("/").absoluteString, pictures.path,
            ])
            #expect(browser.line() == "ready")
            server.end()
            browser.say("the gate is away")
            #expect(browser.line() == "ready")
            #expect(daemon.end() == 0)
            browser.say("the daemon is away")
            let seen = try JSONDecoder().decode(Seen.self, from: Data((browser.line() ?? "").utf8))

            #expect(seen.zh.language == "zh-CN" && seen.en.language == "en" && seen.kept == "en")
            #expect(seen.zh.title == "(3) Piculet")
            #expect(seen.zh.headings == ["未结案件", "摄像机", "实地准确率（近 30 天，目标 95%）", "摄像机事件"])
            #expect(
                seen.en.headings == [
                    "Open cases", "Cameras", "Field accuracy (last 30 days, target 95%)", "Camera events",
                ])
            #expect(seen.zh.cases.sorted() == ["人群聚集", "占道经营", "占道经营"].sorted())
            #expect(seen.en.cases.sorted() == ["Crowd", "Street stall", "Street stall"])
            #expect(seen.zh.grids.sorted() == ["leaf-003", "leaf-007", "leaf-088"])
            #expect(seen.zh.cameras == [String](repeating: "在线", count: 5))
            #expect(seen.zh.link == "实时" && seen.zh.events > 0)
            #expect(seen.casePictures == [3, 3] && seen.cameraPictures == [5, 5] && seen.narrowPictures == [5, 5])
            // Whose it is, how long they have, and where the time went.
            #expect(seen.zh.limits.count { $0.hasPrefix("接单 剩") } == 3)
            #expect(seen.en.limits.count { $0.hasPrefix("claim left") } == 3)
            #expect(seen.zh.shares.count { $0.hasPrefix("接单") && $0.contains("28 分钟的") } == 3)
            // Clocks run.
            #expect(seen.clocks[0].count == 3 && zip(seen.clocks[0], seen.clocks[1]).allSatisfy { $0 < $1 })
            // Nothing sticks out at the side.
            #expect(seen.zh.width <= 1440 && seen.narrow.width <= 390 && seen.narrowZh.width <= 390)
            // What needs somebody comes first, without a reload.
            #expect(seen.fault == ["西门"] && seen.first == "西门")
            #expect(seen.unlinked.contains("中断") || seen.unlinked.contains("lost"))
            #expect(seen.complaints.isEmpty)
        }

        /// PICULET_PICTURES names a folder in which the pictures of the page are left to be looked at.
        private func pictureFolder() throws -> URL {
            guard let path = ProcessInfo.processInfo.environment["PICULET_PICTURES"] else {
                return try TemporaryFolder.make()
            }
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            return URL(fileURLWithPath: path)
        }
    }
}

/// A program that one speaks with line by line.
private final class Conversation {
    private let process = Process()
    private let (input, output) = (Pipe(), Pipe())

    init(_ arguments: [String]) throws {
        // One that ended does not take the tests with it.
        signal(SIGPIPE, SIG_IGN)
        process.executableURL = URL(fileURLWithPath: arguments[0])
        process.arguments = Array(arguments.dropFirst())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    func say(_ line: String) { try? input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8)) }

    /// The next line; nil when there is none any more.
    func line() -> String? {
        var bytes: [UInt8] = []
        while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first {
            if byte == 10 { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
