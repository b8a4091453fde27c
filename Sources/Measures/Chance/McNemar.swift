/// Whether two runs over the same events differ by more than chance: the exact test of McNemar.
///
/// Only events on which the runs disagree tell anything. If neither run were better, each of these would be as likely to be
/// a gain as a loss.
package struct McNemar: Hashable, Sendable {
    /// Events that only the later run found.
    package let gained: Int
    /// Events that only the earlier run found.
    package let lost: Int

    package init(gained: Int, lost: Int) {
        precondition(min(gained, lost) >= 0, "Events are counted from 0.")
        (self.gained, self.lost) = (gained, lost)
    }

    /// How likely so uneven a split is by chance, 0 ... 1, two-sided; 1 where the runs agree on each event.
    ///
    /// 2 P(X <= min(gained, lost)) for X binomial with n = gained + lost and p = 1/2, at most 1. Q. McNemar, "Note on the
    /// sampling error of the difference between correlated proportions", Psychometrika 12 (1947); as `mcnemar(exact=True)`
    /// of statsmodels and `binomtest` of SciPy.
    package var p: Double {
        let (n, fewer) = (gained + lost, min(gained, lost))
        guard gained != lost else { return 1 }
        // Binomial coefficients in units of the greatest, from the middle outwards: nothing overflows.
        var (coefficient, upToFewer) = (1.0, 0.0)
        var all = n.isMultiple(of: 2) ? 1.0 : 2.0
        for k in stride(from: n / 2, through: 0, by: -1) {
            if k < n / 2 {
                coefficient *= Double(k + 1) / Double(n - k)
                all += 2 * coefficient
            }
            if k <= fewer { upToFewer += coefficient }
        }
        return min(1, 2 * upToFewer / all)
    }
}
