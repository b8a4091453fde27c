import Media
import Scene
import TestSupport
import Testing

/// Light, weather and night over a drawn place where nothing is set down, each under three distances between looks.
@Suite struct WeatherTests {
    /// The longest time, in seconds, for which something was said to stand still.
    private func longestStill(
        rate: Double, seconds: Int = 70, noise: Int = 2, _ change: @escaping (Double, Double, Double, Double) -> Double
    ) -> Double {
        let looks = DrawnLooks()
        var (longest, since) = (0.0, Double?.none)
        for index in 0..<Int(Double(seconds) * rate) {
            let now = Double(index) / rate
            let seen = looks.look(at: now, noise: noise) { change(now, $0, $1, $2) }
            since = seen.still.isEmpty ? nil : since ?? now
            longest = max(longest, since.map { now - $0 } ?? 0)
        }
        return longest
    }

    /// 5 looks a second stand for `full`, one for `every 1s`, one in two seconds for `keyframes`.
    private static let rates = [5.0, 1.0, 0.5]

    @Test(arguments: rates) func `a cloud is nothing`(rate: Double) {
        // Its edge crosses the place within four seconds, stays, and goes.
        let longest = longestStill(rate: rate) { now, x, _, level in
            let covered = now < 40 ? (now - 20) / 4 : 1 - (now - 40) / 4
            return x < covered ? level * 0.6 : level
        }
        #expect(longest <= 10)
    }

    @Test(arguments: rates) func `a lamp is nothing`(rate: Double) {
        let longest = longestStill(rate: rate) { now, x, y, level in
            let distance = ((x - 0.3) * (x - 0.3) * 3 + (y - 0.6) * (y - 0.6)).squareRoot()
            return now > 20 && now < 50 ? level * (1 + 0.7 * max(0, 1 - distance / 0.35)) : level
        }
        #expect(longest <= 10)
    }

    @Test(arguments: rates) func `a shadow that falls and stays is nothing`(rate: Double) {
        let longest = longestStill(rate: rate) { now, x, y, level in
            now > 20 && x > 0.4 && x < 0.7 && y > 0.5 && y < 0.8 ? level * 0.55 : level
        }
        #expect(longest <= 10)
    }

    @Test(arguments: rates) func `a noisy night is nothing`(rate: Double) {
        let longest = longestStill(rate: rate, noise: 14) { _, _, _, level in level * 0.3 + 10 }
        #expect(longest <= 10)
    }

    @Test(arguments: rates) func `rain is nothing`(rate: Double) {
        let longest = longestStill(rate: rate) { now, x, y, level in
            // Streaks three pixels wide, elsewhere at each look.
            let drop = Int(now * 25) &* 7919 &+ Int(x * 107) &* 104_729 &+ Int(y * 15) &* 1_299_709
            return now > 15 && (drop % 97 + 97) % 97 < 4 ? min(level + 60, 255) : level
        }
        #expect(longest <= 10)
    }

    @Test(arguments: rates) func `the switch to infra-red is nothing`(rate: Double) {
        let looks = DrawnLooks()
        var worst = 0
        for index in 0..<Int(70 * rate) {
            let now = Double(index) / rate
            let isNight = now > 30
            worst = max(
                worst,
                looks.look(at: now, noise: isNight ? 6 : 2, isGrey: isNight) { _, _, level in
                    isNight ? level * 0.8 + 20 : level
                }.still.count)
        }
        #expect(worst == 0)
    }

    @Test(arguments: rates) func `a thing of the ground's level is seen by its colour and edges`(rate: Double) {
        let looks = DrawnLooks()
        let cart = DrawnLooks.Patch(Box(x: 0.4, y: 0.6, width: 0.2, height: 0.2), level: 130, colour: (90, 170))
        var (reported, due) = (0, 0)
        for index in 0..<Int(60 * rate) {
            let now = Double(index) / rate
            let seen = looks.look(at: now, now >= 20 ? [cart] : [])
            guard now >= 25 else { continue }
            due += 1
            if !seen.still.isEmpty { reported += 1 }
        }
        #expect(reported == due, "within 5 s, and until it leaves")
    }
}
