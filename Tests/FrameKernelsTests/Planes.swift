import FrameKernels
import TestSupport

/// Sizes below, at and above a vector, and odd ones.
let awkward = [(16, 16), (17, 19), (31, 33), (32, 16), (33, 17), (63, 21), (64, 24), (65, 40), (130, 37)]

/// What a plane is filled with.
enum Filling: CaseIterable { case random, lowest, highest, checkered }

extension Plane where Element: FixedWidthInteger & UnsignedInteger {
    static func filled(_ size: (Int, Int), _ filling: Filling, _ random: inout SeededRandom) -> Plane<Element> {
        let plane = Plane(width: size.0, height: size.1, filledWith: 0)
        for row in 0..<size.1 {
            for column in 0..<size.0 {
                plane[column, row] =
                    switch filling {
                    case .random: Element.random(in: 0...Element.max, using: &random)
                    case .lowest: 0
                    case .highest: Element.max
                    case .checkered: (row + column) % 2 == 0 ? 0 : Element.max
                    }
            }
        }
        return plane
    }

    var copied: Plane<Element> {
        let plane = Plane(width: width, height: height, filledWith: 0)
        plane.copy(from: self)
        return plane
    }

    var numbers: [Element] { withMemory { Array($0) } }
}

/// A mask of 0 and 255.
func mask(_ size: (Int, Int), _ random: inout SeededRandom) -> Plane<UInt8> {
    let plane = Plane<UInt8>(width: size.0, height: size.1, filledWith: 0)
    for row in 0..<size.1 {
        for column in 0..<size.0 { plane[column, row] = Bool.random(using: &random) ? 255 : 0 }
    }
    return plane
}
