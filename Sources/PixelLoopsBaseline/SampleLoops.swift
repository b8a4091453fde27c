import PixelLoops

extension Loops {
    package static func weighRows(
        _ source: UnsafePointer<UInt8>, stride: Int, weights: UnsafePointer<Float>, rows: Int, count: Int,
        into out: UnsafeMutablePointer<Float>
    ) {
        var row = 0
        if rows >= 2 {
            addTwo(source, source + stride, weights[0], weights[1], count: count, into: out)
            row = 2
        } else {
            var at = 0
            while at < count {
                out[at] = weights[0] * Float(source[at])
                at &+= 1
            }
            row = 1
        }
        while row < rows {
            let (levels, weight) = (source + row * stride, weights[row])
            var at = 0
            while at < count {
                out[at] += weight * Float(levels[at])
                at &+= 1
            }
            row &+= 1
        }
    }

    private static func addTwo(
        _ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>, _ one: Float, _ two: Float, count: Int,
        into out: UnsafeMutablePointer<Float>
    ) {
        var at = 0
        while at < count {
            out[at] = one * Float(first[at]) + two * Float(second[at])
            at &+= 1
        }
    }

    package static func weighColumns(
        _ row: UnsafePointer<Float>, starts: UnsafePointer<Int32>, weights: UnsafePointer<Float>, taps: Int, count: Int,
        into out: UnsafeMutablePointer<Float>
    ) {
        var at = 0
        if taps == 2 {
            while at < count {
                let from = row + Int(starts[at])
                out[at] = weights[2 &* at] * from[0] + weights[2 &* at &+ 1] * from[1]
                at &+= 1
            }
            return
        }
        while at < count {
            let (from, its) = (row + Int(starts[at]), weights + at &* taps)
            var sum = its[0] * from[0]
            var tap = 1
            while tap < taps {
                sum += its[tap] * from[tap]
                tap &+= 1
            }
            out[at] = sum
            at &+= 1
        }
    }

    package static func colour(
        _ y: UnsafePointer<Float>, _ u: UnsafePointer<Float>, _ v: UnsafePointer<Float>, parts: ColourParts,
        scale: SIMD3<Float>, offset: SIMD3<Float>, count: Int,
        into out: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>)
    ) {
        let (scaleR, scaleG, scaleB) = (scale.x, scale.y, scale.z)
        let (offsetR, offsetG, offsetB) = (offset.x, offset.y, offset.z)
        let (outR, outG, outB) = out
        var at = 0
        while at < count {
            let level = parts.gain * (y[at] - parts.black)
            let (blueness, redness) = (u[at] - 128, v[at] - 128)
            let red = level + parts.red * redness
            let green = level - parts.greenU * blueness - parts.greenV * redness
            let blue = level + parts.blue * blueness
            outR[at] = inLevels(red) * scaleR + offsetR
            outG[at] = inLevels(green) * scaleG + offsetG
            outB[at] = inLevels(blue) * scaleB + offsetB
            at &+= 1
        }
    }

    @inline(__always)
    private static func inLevels(_ level: Float) -> Float {
        let low = level < 0 ? 0 : level
        return low > 255 ? 255 : low
    }
}
