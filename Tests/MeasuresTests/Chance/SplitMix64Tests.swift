import Measures
import Testing

@Suite struct SplitMix64Tests {
    /// The first of seed 1,234,567 at Rosetta Code, "Pseudo-random numbers/Splitmix64".
    @Test func `numbers are the published ones`() {
        var generator = SplitMix64(seed: 1_234_567)
        let first: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ]
        #expect(first.map { _ in generator.next() } == first)
    }
}
