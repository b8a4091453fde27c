import Foundation
import Media
import Pipeline
import Video

/// Writes a film with what its looks told drawn over it, one picture for each look. Used on one queue at a time.
///
/// It never fails a replay: the first thing that goes wrong ends the film, is kept, and is told at the end.
package final class Annotator {
    private let path: String
    private var annotation: Annotation
    private var film: (layout: AnnotationLayout, canvas: Canvas, writer: VideoWriter)?
    private var fault: ReplayError?

    package init(_ path: String, _ setup: CameraSetup, start: WallTime, timeZone: TimeZone) {
        self.path = path
        annotation = Annotation(setup, start: start, timeZone: timeZone)
    }

    /// Draws a look.
    ///
    /// - Parameter picture: still held by its decoder.
    func take(_ picture: any OriginalPicture, _ look: WatchedLook) {
        annotation.take(look)
        guard fault == nil, let frame = picture as? Frame ?? (picture as? Keyframe)?.whole else { return }
        do throws(VideoError) {
            if film == nil { film = try begin(frame) }
            guard let film else { return }
            try film.canvas.show(frame, height: film.layout.pictureHeight)
            film.canvas.draw(annotation.marks(on: film.layout))
            try film.writer.write(film.canvas, at: look.at)
        } catch {
            fail(error)
        }
    }

    private func begin(
        _ frame: Frame
    ) throws(VideoError) -> (layout: AnnotationLayout, canvas: Canvas, writer: VideoWriter) {
        let layout = AnnotationLayout(
            footageWidth: frame.width, footageHeight: frame.height, rules: annotation.rules.count)
        let (width, height) = (layout.width, layout.height & ~1)
        return (
            layout, try Canvas(width: width, height: height, matrix: frame.matrix),
            try VideoWriter(path, width: width, height: height, matrix: frame.matrix)
        )
    }

    /// Finishes the film.
    ///
    /// - Returns: why there is none.
    func finish() -> ReplayError? {
        if fault == nil, film == nil { fault = .nothingToAnnotate(path) }
        do throws(VideoError) { try film?.writer.close() } catch { fail(error) }
        film = nil
        return fault
    }

    private func fail(_ error: VideoError) {
        film = nil
        fault = .noAnnotation(path, error)
    }
}
