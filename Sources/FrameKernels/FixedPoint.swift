/// How levels, noise, times and rates are kept in words of 16 bits.
package enum FixedPoint {
    /// Ticks a second.
    package static let ticks: Double = 16

    /// A time in ticks, rounded down; more than 68 minutes are 68 minutes.
    package static func ticks(_ seconds: Double) -> UInt16 { UInt16(min(max(seconds * ticks, 0), 65535)) }

    /// Seconds of so many ticks.
    package static func seconds(_ time: UInt16) -> Double { Double(time) / ticks }

    /// A share 0...1 of 65,536.
    package static func rate(_ share: Double) -> UInt16 { UInt16(min(max(share * 65536, 0), 65535)) }

    /// A level 0...255.99 in 8.8.
    package static func level(_ level: Double) -> UInt16 { UInt16(min(max(level * 256, 0), 65535)) }

    /// Noise of 0...31.99 levels in 5.11.
    package static func noise(_ level: Double) -> UInt16 { UInt16(min(max(level * 2048, 0), 65535)) }
}
