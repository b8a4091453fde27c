import PixelLoops

extension Loops {
    package static func extremes(
        _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ c: UnsafePointer<UInt8>,
        lowest: UnsafeMutablePointer<UInt8>, highest: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        var i = 0
        while i < count {
            let (x, y, z) = (a[i], b[i], c[i])
            let low = x < y ? x : y
            let high = x > y ? x : y
            lowest[i] = low < z ? low : z
            highest[i] = high > z ? high : z
            i &+= 1
        }
    }

    package static func extremesAcross(
        low: UnsafePointer<UInt8>, high: UnsafePointer<UInt8>, lowest: UnsafeMutablePointer<UInt8>,
        highest: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        var i = 0
        while i < count {
            let least = low[i] < low[i &+ 1] ? low[i] : low[i &+ 1]
            lowest[i] = least < low[i &+ 2] ? least : low[i &+ 2]
            let most = high[i] > high[i &+ 1] ? high[i] : high[i &+ 1]
            highest[i] = most > high[i &+ 2] ? most : high[i &+ 2]
            i &+= 1
        }
    }

    package static func select(
        _ mask: UnsafePointer<UInt8>, where ticks: UnsafePointer<UInt16>, atLeast least: UInt16,
        into target: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        var at = 0
        while at < count {
            let tooNew = Words(repeating: least).isAbove(Words(ticks + at))
            (Words(bytes: mask + at) & ~tooNew).store(bytesTo: target + at)
            at &+= Words.pixels
        }
    }

    package static func clear(
        _ target: UnsafeMutablePointer<UInt8>, under mask: UnsafePointer<UInt8>, where ticks: UnsafePointer<UInt16>,
        above limit: UInt16, count: Int
    ) {
        var at = 0
        while at < count {
            let isMarked = ~Words(bytes: mask + at).isSame(.zero)
            let isOld = Words(ticks + at).isAbove(Words(repeating: limit))
            (Words(bytes: target + at) & ~(isMarked & isOld)).store(bytesTo: target + at)
            at &+= Words.pixels
        }
    }

    package static func join(_ from: UnsafePointer<UInt8>, into to: UnsafeMutablePointer<UInt8>, count: Int) {
        var i = 0
        while i < count {
            to[i] |= from[i]
            i &+= 1
        }
    }

    package static func meet(_ from: UnsafePointer<UInt8>, into to: UnsafeMutablePointer<UInt8>, count: Int) {
        var i = 0
        while i < count {
            to[i] &= from[i]
            i &+= 1
        }
    }

    package static func remove(_ from: UnsafePointer<UInt8>, from to: UnsafeMutablePointer<UInt8>, count: Int) {
        var i = 0
        while i < count {
            to[i] &= ~from[i]
            i &+= 1
        }
    }
}
