import PixelLoops

extension Loops {
    package static func followMotion(
        _ look: UnsafePointer<UInt8>, short: UnsafeMutablePointer<UInt16>, noise: UnsafeMutablePointer<UInt16>,
        still: UnsafeMutablePointer<UInt16>, count: Int, ticks: UInt16, shortRate: UInt16, noiseRate: UInt16
    ) {
        let (elapsed, follow, learn) = (
            Words(repeating: ticks), Words(repeating: shortRate), Words(repeating: noiseRate)
        )
        var at = 0
        while at < count {
            let now = Words(bytes: look + at) &<< 8
            let (before, level) = (Words(short + at), Words(noise + at))
            let distance = now.distance(before)
            // 2.5 times the noise and 8 levels, 12 to 50.
            let wanted = (level &>> 2) &+ (level &>> 4) &+ Words(repeating: 2048)
            let threshold = wanted.atLeast(Words(repeating: 3072)).atMost(Words(repeating: 12800))
            // Twice the noise and 3 levels, at most what 5.11 holds.
            let most = ((level &>> 2) &+ Words(repeating: 768)).atMost(Words(repeating: 8191))
            level.moved(towards: distance.atMost(most) &<< 3, learn).store(to: noise + at)
            let moves = distance.isAbove(threshold)
            Words.choose(moves, now, before.moved(towards: now, follow)).store(to: short + at)
            (Words(still + at).more(elapsed) & ~moves).store(to: still + at)
            at &+= Words.pixels
        }
    }

    package static func markOutside(
        _ look: UnsafePointer<UInt8>, lowest: UnsafePointer<UInt8>, highest: UnsafePointer<UInt8>,
        noise: UnsafePointer<UInt16>, into mask: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        var at = 0
        while at < count {
            let eighth = Words(noise + at) &>> 3
            let wanted = eighth &+ eighth &+ eighth &+ Words(repeating: 2560)
            let threshold = wanted.atLeast(Words(repeating: 4096)).atMost(Words(repeating: 15360)) &>> 8
            let now = Words(bytes: look + at)
            let above = now.isAbove(Words(bytes: highest + at) &+ threshold)
            let below = Words(bytes: lowest + at).isAbove(now &+ threshold)
            (above | below).store(bytesTo: mask + at)
            at &+= Words.pixels
        }
    }

    package static func markColour(
        _ u: UnsafePointer<UInt8>, _ v: UnsafePointer<UInt8>, knownU: UnsafePointer<UInt16>,
        knownV: UnsafePointer<UInt16>, threshold: UInt16, into mask: UnsafeMutablePointer<UInt8>, count: Int
    ) -> Int {
        // In quarters of 8.8 each, so that the sum of both fits a word.
        let limit = Words(repeating: threshold &<< 6)
        var (rest, rounds, sum) = (Words.zero, 0, 0)
        var at = 0
        while at < count {
            let byU = (Words(bytes: u + at) &<< 8).distance(Words(knownU + at))
            let byV = (Words(bytes: v + at) &<< 8).distance(Words(knownV + at))
            let distance = (byU &>> 2) &+ (byV &>> 2)
            let differs = distance.isAbove(limit)
            differs.store(bytesTo: mask + at)
            // Levels, in 16 lanes: 255 at most each time, emptied before they can overflow.
            rest = rest &+ ((distance & ~differs) &>> 6)
            rounds &+= 1
            if rounds == 256 {
                sum &+= rest.total
                (rest, rounds) = (.zero, 0)
            }
            at &+= Words.pixels
        }
        return sum &+ rest.total
    }

    package static func learn(
        _ look: UnsafePointer<UInt8>, long: UnsafeMutablePointer<UInt16>, still: UnsafePointer<UInt16>,
        present: UnsafeMutablePointer<UInt16>, foreground: UnsafeMutablePointer<UInt8>, light: UnsafePointer<UInt8>,
        held: UnsafePointer<UInt8>, count: Int, ticks: UInt16, rate: UInt16, lightRate: UInt16
    ) {
        let elapsed = Words(repeating: ticks)
        let (half, double) = (elapsed &>> 1, elapsed.more(elapsed))
        var at = 0
        while at < count {
            let isGround = Words(bytes: foreground + at).isSame(.zero)
            let isFree = Words(bytes: held + at).isSame(.zero)
            let isLit = ~Words(bytes: light + at).isSame(.zero) & isFree
            let quiet = Words(still + at).isAbove(.zero) & isFree & Words(repeating: rate)
            let changed = isLit & Words(repeating: lightRate)
            Words(long + at)
                .moved(towards: Words(bytes: look + at) &<< 8, Words.choose(isGround, quiet, changed))
                .store(to: long + at)
            let stays = ~isGround & ~isLit
            let was = Words(present + at)
            let risen = was.more(Words.choose(was.isSame(.zero), half, elapsed))
            Words.choose(stays, risen, was.less(double)).store(to: present + at)
            stays.store(bytesTo: foreground + at)
            at &+= Words.pixels
        }
    }

    package static func follow(
        _ look: UnsafePointer<UInt8>, memory: UnsafeMutablePointer<UInt16>, rates: UnsafePointer<UInt16>, count: Int
    ) {
        var at = 0
        while at < count {
            Words(memory + at)
                .moved(towards: Words(bytes: look + at) &<< 8, Words(rates + at))
                .store(to: memory + at)
            at &+= Words.pixels
        }
    }

    package static func adopt(
        _ words: UnsafePointer<UInt16>, into memory: UnsafeMutablePointer<UInt16>, still: UnsafePointer<UInt16>,
        mask: UnsafePointer<UInt8>, ticks: UInt16, count: Int
    ) {
        var at = 0
        while at < count {
            let isMarked = ~Words(bytes: mask + at).isSame(.zero)
            let isAdopted = isMarked & Words(still + at).isAbove(Words(repeating: ticks))
            Words.choose(isAdopted, Words(words + at), Words(memory + at))
                .store(to: memory + at)
            at &+= Words.pixels
        }
    }

    package static func scale(_ memory: UnsafeMutablePointer<UInt16>, gain: UInt32, count: Int) {
        var i = 0
        while i < count {
            let scaled = (UInt32(memory[i]) &* gain) &>> 12
            memory[i] = UInt16(truncatingIfNeeded: scaled > 65280 ? 65280 : scaled)
            i &+= 1
        }
    }

    package static func roundLevels(
        _ words: UnsafePointer<UInt16>, into levels: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        var at = 0
        while at < count {
            (Words(words + at).more(Words(repeating: 128)) &>> 8).store(bytesTo: levels + at)
            at &+= Words.pixels
        }
    }

    package static func widenLevels(
        _ levels: UnsafePointer<UInt8>, into words: UnsafeMutablePointer<UInt16>, count: Int
    ) {
        var at = 0
        while at < count {
            (Words(bytes: levels + at) &<< 8).store(to: words + at)
            at &+= Words.pixels
        }
    }
}
