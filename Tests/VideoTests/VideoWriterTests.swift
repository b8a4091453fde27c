import Foundation
import Media
import Testing
import Video

@Suite struct VideoWriterTests {
    private static let stall = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../samples/stall.mp4").standardized.path
    private static let advice = "Give a file in a folder that may be written and has room."

    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "piculet-writer-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private func files(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    /// The pictures of a film, drawn on canvases of its size.
    private func read(_ path: String, width: Int, height: Int, matrix: Colour.Matrix) throws -> [(MediaTime, Canvas)] {
        let file = try VideoFile(path: path)
        #expect(file.format.codec == "h264")
        let decoder = try StreamDecoder(file.format)
        var pictures: [(MediaTime, Canvas)] = []
        func take(_ frame: Frame) {
            #expect(frame.width == width && frame.height == height)
            do {
                let canvas = try Canvas(width: width, height: height, matrix: frame.matrix)
                try canvas.show(frame, height: height)
                pictures.append((frame.time, canvas))
            } catch {
                Issue.record(error)
            }
        }
        while let packet = file.nextPacket() { decoder.decode(packet, take) }
        decoder.drain(take)
        return pictures
    }

    private func isNear(_ one: Colour, _ other: Colour) -> Bool {
        [(one.red, other.red), (one.green, other.green), (one.blue, other.blue)]
            .allSatisfy { abs(Int($0) - Int($1)) <= 14 }
    }

    @Test(arguments: [Colour.Matrix.bt601, .bt709])
    func `pictures are read back with their times, size and colours`(matrix: Colour.Matrix) throws {
        let path = try folder().appending(path: "drawn.mp4").path
        let writer = try VideoWriter(path, width: 322, height: 182, matrix: matrix)
        let canvas = try Canvas(width: 322, height: 182, matrix: matrix)
        let colours = [Colour(235, 40, 40), Colour(20, 200, 90), Colour(40, 90, 240), Colour(255, 214, 10)]
        // A keyframe now and then, a burst, a long rest.
        let times = [0, 0.04, 0.08, 0.12, 2, 2.04, 9.5, 130.25].map { MediaTime(seconds: $0) }
        for (index, time) in times.enumerated() {
            canvas.fill(PixelArea(left: 0, top: 0, width: 322, height: 182), Colour(60, 60, 60))
            canvas.fill(PixelArea(left: 40, top: 40, width: 200, height: 100), colours[index % 4])
            try writer.write(canvas, at: time)
        }
        try writer.close()
        let pictures = try read(path, width: 322, height: 182, matrix: matrix)
        #expect(pictures.map(\.0) == times)
        for (index, (_, canvas)) in pictures.enumerated() {
            #expect(isNear(canvas.colour(140, 90), colours[index % 4]), "\(canvas.colour(140, 90))")
            #expect(isNear(canvas.colour(20, 20), Colour(60, 60, 60)), "\(canvas.colour(20, 20))")
        }
        #expect(try files(URL(fileURLWithPath: path).deletingLastPathComponent()) == ["drawn.mp4"])
    }

    @Test func `a film's picture is shown in its own colours, of any range`() throws {
        let file = try VideoFile(path: Self.stall)
        let decoder = try StreamDecoder(file.format)
        var small: Canvas?
        while small == nil, let packet = file.nextPacket() {
            decoder.decode(packet) { frame in
                small = try? Canvas(width: 480, height: 300, matrix: frame.matrix)
                do { try small?.show(frame, height: 270) } catch { Issue.record(error) }
            }
        }
        let shown = try #require(small)
        // The street is neither black nor green, the room below is black.
        let colour = shown.colour(240, 200)
        #expect(colour.red > 40 && colour.green > 40 && Int(colour.green) - Int(colour.red) < 40, "\(colour)")
        #expect(shown.colour(240, 290) == Colour(0, 0, 0))
    }

    @Test func `a file that was there is replaced when the new one is finished, not before`() throws {
        let folder = try folder()
        let path = folder.appending(path: "kept.mp4").path
        try Data("before".utf8).write(to: URL(fileURLWithPath: path))
        let canvas = try Canvas(width: 16, height: 16, matrix: .bt601)
        do {
            let given = try VideoWriter(path, width: 16, height: 16, matrix: .bt601)
            try given.write(canvas, at: .zero)
            #expect(try files(folder) == ["kept.mp4", "kept.mp4.unfinished"])
        }
        #expect(try files(folder) == ["kept.mp4"], "what was given up is removed")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("before".utf8))
        let writer = try VideoWriter(path, width: 16, height: 16, matrix: .bt601)
        try writer.write(canvas, at: .zero)
        try writer.close()
        #expect(try files(folder) == ["kept.mp4"])
        #expect(try read(path, width: 16, height: 16, matrix: .bt601).count == 1)
    }

    @Test func `no picture, no file`() throws {
        let folder = try folder()
        let path = folder.appending(path: "none.mp4").path
        let writer = try VideoWriter(path, width: 64, height: 64, matrix: .bt601)
        let error = #expect(throws: VideoError.self) { try writer.close() }
        #expect(error?.description == "\(path): not one picture came. Give footage that can be decoded.")
        #expect(try files(folder) == [])
    }

    @Test func `a path that cannot be written is told`() throws {
        let path = "/nowhere/at/all.mp4"
        let error = #expect(throws: VideoError.self) {
            try VideoWriter(path, width: 64, height: 64, matrix: .bt601)
        }
        #expect(error?.description == "\(path): it cannot be written: No such file or directory. \(Self.advice)")
    }

    @Test func `a folder's name is left alone`() throws {
        let folder = try folder()
        let writer = try VideoWriter(folder.path, width: 64, height: 64, matrix: .bt601)
        try writer.write(try Canvas(width: 64, height: 64, matrix: .bt601), at: .zero)
        let error = #expect(throws: VideoError.self) { try writer.close() }
        #expect(
            error?.description == "\(folder.path): it cannot be given its name: Is a directory. \(Self.advice)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + ".unfinished"))
    }

    @Test func `an encoder that is missing is told with what brings it`() throws {
        let path = try folder().appending(path: "a.mp4").path
        #expect(VideoWriter.hasEncoder() && !VideoWriter.hasEncoder("libnone"))
        let error = #expect(throws: VideoError.self) {
            try VideoWriter(path, width: 64, height: 64, matrix: .bt601, encoder: "libnone")
        }
        #expect(
            error?.description == "\(path): this build of libavcodec has no encoder 'libnone' for H.264. "
                + "Install Debian's libavcodec59 with libx264-164, or an FFmpeg built with --enable-gpl --enable-libx264."
        )
    }
}
