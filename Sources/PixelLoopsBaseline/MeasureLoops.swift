import PixelLoops

extension Loops {
    package static func countDifferent(
        _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, threshold: UInt8, count: Int
    ) -> Int {
        let limit = Words(repeating: UInt16(threshold))
        var total = 0
        var at = 0
        while at &+ Words.pixels <= count {
            // Each lane counts by one a round, and is emptied before it can overflow.
            var lanes = Words.zero
            let end = at &+ Words.pixels * 60_000 < count ? at &+ Words.pixels * 60_000 : count
            while at &+ Words.pixels <= end {
                lanes = lanes &- Words(bytes: a + at).distance(Words(bytes: b + at)).isAbove(limit)
                at &+= Words.pixels
            }
            total &+= lanes.total
        }
        while at < count {
            let by = Int16(a[at]) &- Int16(b[at])
            if by > Int16(threshold) || by < 0 &- Int16(threshold) { total &+= 1 }
            at &+= 1
        }
        return total
    }

    package static func sumTile(
        _ look: UnsafePointer<UInt8>, _ background: UnsafePointer<UInt8>, stride: Int
    ) -> TileMoments {
        var (y, b) = (SIMD8<UInt32>(repeating: 0), SIMD8<UInt32>(repeating: 0))
        var (yy, bb, yb) = (y, y, y)
        var line = 0
        while line < 8 {
            let seen = levels(look + line &* stride)
            let known = levels(background + line &* stride)
            y = y &+ seen
            b = b &+ known
            yy = yy &+ seen &* seen
            bb = bb &+ known &* known
            yb = yb &+ seen &* known
            line &+= 1
        }
        var tile = TileMoments()
        (tile.y, tile.b, tile.yy, tile.bb, tile.yb) = (add(y), add(b), add(yy), add(bb), add(yb))
        return tile
    }

    package static func sumLevels(
        _ look: UnsafePointer<UInt8>, _ memory: UnsafePointer<UInt16>, stride: Int
    ) -> (look: UInt32, memory: UInt32) {
        var (y, m) = (SIMD8<UInt32>(repeating: 0), SIMD8<UInt32>(repeating: 0))
        var line = 0
        while line < 8 {
            y = y &+ levels(look + line &* stride)
            m =
                m
                &+ SIMD8<UInt32>(
                    truncatingIfNeeded: UnsafeRawPointer(memory + line &* stride).loadUnaligned(as: SIMD8<UInt16>.self))
            line &+= 1
        }
        return (add(y), add(m))
    }

    package static func describeTile(
        _ look: UnsafePointer<UInt8>, _ before: UnsafePointer<UInt8>, stride: Int
    ) -> TileDescription {
        let none = SIMD8<Int32>(repeating: 0)
        var (y, yy, across, down, change, bright, dark) = (none, none, none, none, none, none, none)
        var above = none
        // The last column has no neighbour to its right.
        let inner = SIMD8<Int32>(1, 1, 1, 1, 1, 1, 1, 0)
        var line = 0
        while line < 8 {
            let at = look + line &* stride
            let now = signed(at)
            let right = SIMD8<Int32>(now[1], now[2], now[3], now[4], now[5], now[6], now[7], now[7])
            let old = signed(before + line &* stride)
            y = y &+ now
            yy = yy &+ now &* now
            let x = (right &- now) &* inner
            across = across &+ x &* x
            if line > 0 {
                let by = now &- above
                down = down &+ by &* by
            }
            above = now
            let by = now &- old
            let sign = by &>> 31
            change = change &+ ((by ^ sign) &- sign)
            bright = bright &- unsafeBitCast(now .>= 250, to: SIMD8<Int32>.self)
            dark = dark &- unsafeBitCast(now .<= 5, to: SIMD8<Int32>.self)
            line &+= 1
        }
        var tile = TileDescription()
        (tile.y, tile.yy, tile.gradient) = (add(y), add(yy), add(across) &+ add(down))
        (tile.change, tile.bright, tile.dark) = (add(change), add(bright), add(dark))
        return tile
    }

    @inline(__always) private static func levels(_ at: UnsafePointer<UInt8>) -> SIMD8<UInt32> {
        SIMD8<UInt32>(truncatingIfNeeded: UnsafeRawPointer(at).loadUnaligned(as: SIMD8<UInt8>.self))
    }

    @inline(__always) private static func signed(_ at: UnsafePointer<UInt8>) -> SIMD8<Int32> {
        SIMD8<Int32>(truncatingIfNeeded: UnsafeRawPointer(at).loadUnaligned(as: SIMD8<UInt8>.self))
    }

    @inline(__always) private static func add(_ lanes: SIMD8<UInt32>) -> UInt32 {
        let four = lanes.lowHalf &+ lanes.highHalf
        let two = four.lowHalf &+ four.highHalf
        return two.x &+ two.y
    }

    @inline(__always) private static func add(_ lanes: SIMD8<Int32>) -> UInt32 {
        let four = lanes.lowHalf &+ lanes.highHalf
        let two = four.lowHalf &+ four.highHalf
        return UInt32(truncatingIfNeeded: two.x &+ two.y)
    }
}
