import PixelLoops

/// This build's loops. The same files are compiled into `PixelLoopsBaseline` and, by links, into `PixelLoopsV3`.
package enum Loops: PixelLoops {
    package static func addColumnPairs(
        _ source: UnsafePointer<UInt8>, stride: Int, rows: Int, count: Int, into pairs: UnsafeMutablePointer<UInt16>
    ) {
        // Two bytes are taken as one word and its halves added: no shuffling.
        var column = 0
        while column + 64 <= count {
            var left = SIMD16<UInt16>(repeating: 0)
            var right = SIMD16<UInt16>(repeating: 0)
            var row = 0
            while row < rows {
                let at = UnsafeRawPointer(source + row * stride + column)
                let one = at.loadUnaligned(as: SIMD16<UInt16>.self)
                let two = at.loadUnaligned(fromByteOffset: 32, as: SIMD16<UInt16>.self)
                left = left &+ (one & 0x00FF) &+ (one &>> 8)
                right = right &+ (two & 0x00FF) &+ (two &>> 8)
                row += 1
            }
            let to = UnsafeMutableRawPointer(pairs + column / 2)
            to.storeBytes(of: left, as: SIMD16<UInt16>.self)
            to.storeBytes(of: right, toByteOffset: 32, as: SIMD16<UInt16>.self)
            column += 64
        }
        while column < count {
            var sum: UInt16 = 0
            for row in 0..<rows {
                let at = row * stride + column
                sum &+= UInt16(source[at]) &+ UInt16(source[at + 1])
            }
            pairs[column / 2] = sum
            column += 2
        }
    }

    package static func averagePairs(
        _ pairs: UnsafePointer<UInt16>, group: Int, count: Int, shift: Int, into out: UnsafeMutablePointer<UInt8>
    ) {
        switch group {
        case 1: averageOnes(pairs, count: count, shift: UInt16(shift), into: out)
        case 2: averageTwos(pairs, count: count, shift: UInt32(shift), into: out)
        default: averageGroups(pairs, group: group, from: 0, count: count, shift: UInt32(shift), into: out)
        }
    }

    private static func averageOnes(
        _ pairs: UnsafePointer<UInt16>, count: Int, shift: UInt16, into out: UnsafeMutablePointer<UInt8>
    ) {
        let half: UInt16 = 1 << (shift - 1)
        var i = 0
        while i < count {
            out[i] = UInt8(truncatingIfNeeded: (pairs[i] &+ half) &>> shift)
            i &+= 1
        }
    }

    private static func averageTwos(
        _ pairs: UnsafePointer<UInt16>, count: Int, shift: UInt32, into out: UnsafeMutablePointer<UInt8>
    ) {
        var column = 0
        let half = SIMD16<UInt32>(repeating: 1 << (shift - 1))
        while column + 16 <= count {
            let twos = UnsafeRawPointer(pairs + column * 2).loadUnaligned(as: SIMD16<UInt32>.self)
            let fours = (twos & 0xFFFF) &+ (twos &>> 16) &+ half
            let bytes = SIMD16<UInt8>(truncatingIfNeeded: fours &>> shift)
            UnsafeMutableRawPointer(out + column).storeBytes(of: bytes, as: SIMD16<UInt8>.self)
            column += 16
        }
        averageGroups(pairs, group: 2, from: column, count: count, shift: shift, into: out)
    }

    private static func averageGroups(
        _ pairs: UnsafePointer<UInt16>, group: Int, from: Int, count: Int, shift: UInt32,
        into out: UnsafeMutablePointer<UInt8>
    ) {
        var column = from
        while column < count {
            var sum: UInt32 = 1 << (shift - 1)
            for pair in 0..<group { sum &+= UInt32(pairs[column * group + pair]) }
            out[column] = UInt8(truncatingIfNeeded: sum >> shift)
            column += 1
        }
    }
}
