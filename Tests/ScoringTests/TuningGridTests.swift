import CityAlgorithms
import Media
import Scoring
import Testing

@Suite struct TuningGridTests {
    private let stall = AlgorithmCatalog.builtIn["street-stall"]?.profile

    @Test func `about a thousand settings are tried, each once, the present one among them`() throws {
        for (profile, present) in [
            (MadeUp.profile, MadeUp.present),
            (
                MadeUp.profile,
                Setting(threshold: 17.3, lasting: .milliseconds(4321), gap: .milliseconds(777), leave: 0.71)
            ),
            (try #require(stall), Setting(try #require(stall))),
        ] {
            let settings = SettingGrid(profile, present: present, clips: MadeUp.missedCrowds()).settings
            #expect((800...1200).contains(settings.count), "\(settings.count)")
            #expect(Set(settings).count == settings.count && settings.contains(present))
            #expect(settings.allSatisfy { ($0.threshold ?? 1) >= 1 && $0.lasting > .zero && $0.gap > .zero })
            #expect(settings.allSatisfy { (0.05...1).contains($0.leave) })
            #expect(settings == SettingGrid(profile, present: present, clips: MadeUp.missedCrowds()).settings)
        }
    }

    @Test func `thresholds lie around what was measured`() {
        let settings = SettingGrid(MadeUp.profile, present: MadeUp.present, clips: MadeUp.missedCrowds()).settings
        let thresholds = Set(settings.compactMap(\.threshold)).sorted()
        // 15 in crowds, 8 elsewhere, 20 now.
        #expect(
            thresholds.contains(15) && thresholds.contains(8) && thresholds.contains(8.5) && thresholds.contains(20))
        #expect(thresholds.count { $0 > 8 && $0 <= 15 } >= 4, "\(thresholds)")
    }

    @Test func `an algorithm that measures nothing has no threshold and no hysteresis to search`() throws {
        let profile = try #require(stall)
        let settings = SettingGrid(profile, present: Setting(profile), clips: []).settings
        #expect(settings.allSatisfy { $0.threshold == nil && $0.leave == 0.8 })
        #expect(Setting(profile).text(profile) == "dwell: 180s, gap: 6s")
        #expect(MadeUp.present.text(MadeUp.profile) == "threshold: 20, hold: 10s, gap: 2s, leave: 0.8")
    }

    @Test func `a setting has the terms that a configuration gives`() {
        #expect(MadeUp.present.terms(schedule: nil) == HitRule.Terms(MadeUp.profile))
        #expect(
            Setting(MadeUp.profile, lasting: .seconds(3), threshold: 7, leave: 0.5, gap: .seconds(9))
                == Setting(threshold: 7, lasting: .seconds(3), gap: .seconds(9), leave: 0.5))
    }
}
