import CProcessor
import Testing

@Suite struct ProcessorTests {
    private static let whole = piculet_processor(
        leaf1_ecx: UInt32(piculet_v3_leaf1_ecx), leaf7_ebx: UInt32(piculet_v3_leaf7_ebx),
        extended1_ecx: UInt32(piculet_v3_extended1_ecx), xcr0: UInt32(piculet_v3_xcr0))

    /// By register and bit (Intel SDM volume 2, CPUID; AMD APM volume 3, appendix E).
    @Test(
        arguments: [
            ("FMA", \.leaf1_ecx, 12), ("MOVBE", \.leaf1_ecx, 22), ("POPCNT", \.leaf1_ecx, 23),
            ("OSXSAVE", \.leaf1_ecx, 27), ("AVX", \.leaf1_ecx, 28), ("F16C", \.leaf1_ecx, 29), ("BMI1", \.leaf7_ebx, 3),
            ("AVX2", \.leaf7_ebx, 5), ("BMI2", \.leaf7_ebx, 8), ("LZCNT", \.extended1_ecx, 5),
            ("SSE registers kept", \.xcr0, 1), ("AVX registers kept", \.xcr0, 2),
        ] as [(String, WritableKeyPath<piculet_processor, UInt32> & Sendable, Int)])
    func `a processor that lacks one feature of x86-64-v3 is not taken for one`(
        feature: String, register: WritableKeyPath<piculet_processor, UInt32> & Sendable, bit: Int
    ) {
        #expect(piculet_is_x86_64_v3(Self.whole))
        var lacking = Self.whole
        lacking[keyPath: register] &= ~(1 << UInt32(bit))
        #expect(!piculet_is_x86_64_v3(lacking), "\(feature)")
    }

    @Test func `more features than those do no harm`() {
        let all = piculet_processor(leaf1_ecx: .max, leaf7_ebx: .max, extended1_ecx: .max, xcr0: .max)
        #expect(piculet_is_x86_64_v3(all))
    }
}
