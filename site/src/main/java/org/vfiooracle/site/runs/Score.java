// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.runs;

import java.util.Collection;
import java.util.Locale;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.Verdict;

/**
 * How far something agrees.
 *
 * @param agree how many fixtures agree
 * @param differ how many do not, or broke the implementation
 * @param others how many were not asked, or could not be performed
 */
public record Score(int agree, int differ, int others) {
    /** Nothing at all. */
    public static final Score NONE = new Score(0, 0, 0);

    /** Counts comparisons; a release that is fixed agrees, and so does what the implementation did not go to the end of. */
    static Score of(Collection<Comparison> comparisons) {
        int agree = 0;
        int differ = 0;
        for (Comparison comparison : comparisons) {
            Verdict verdict = comparison.verdict();
            agree += verdict == Verdict.CONFORMS || verdict == Verdict.PARTIAL || verdict == Verdict.FIXED ? 1 : 0;
            differ += verdict.finding() ? 1 : 0;
        }
        return new Score(agree, differ, comparisons.size() - agree - differ);
    }

    /** Returns the sums of this and of another. */
    Score plus(Score other) {
        return new Score(agree + other.agree, differ + other.differ, others + other.others);
    }

    /** How many fixtures there are. */
    public int total() {
        return agree + differ + others;
    }

    /** Whether there is anything to tell. */
    public boolean any() {
        return total() > 0;
    }

    /** Returns {@code 118 of 120}. */
    public String text() {
        return agree == total() ? number(agree) : number(agree) + " of " + number(total());
    }

    /** Returns the same in full. */
    public String hint() {
        return number(agree) + " agree, " + number(differ) + " differ, " + number(others)
                + " not asked, not performed or waived";
    }

    /** How it looks: {@code all}, {@code some}, {@code few}, {@code wrong} or {@code na}. */
    public String look() {
        if (!any()) {
            return "na";
        }
        return differ > 0
                ? "wrong"
                : agree == total() ? "all" : agree == 0 ? "na" : 2 * agree >= total() ? "some" : "few";
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
