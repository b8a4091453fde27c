/// What a look sees of a picture: luma at the analysis size and, where it was asked for, colour at half of that.
package final class AnalysisPicture: Sendable {
    package let luma: Plane<UInt8>
    /// Blue and red difference, 128 where there is no colour.
    package let u: Plane<UInt8>
    package let v: Plane<UInt8>

    package var width: Int { luma.width }
    package var height: Int { luma.height }

    /// - Parameters:
    ///   - width, height: of the luma, at least 2 each.
    package init(width: Int, height: Int) {
        luma = Plane(width: width, height: height, filledWith: 0)
        u = Plane(width: width / 2, height: height / 2, filledWith: 128)
        v = Plane(width: width / 2, height: height / 2, filledWith: 128)
    }
}
