// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.reach;

import java.util.Comparator;

/**
 * A call with a rule that can decide it.
 *
 * @param call name of the operation
 * @param rule id of the rule
 */
public record CallRule(String call, String rule) implements Comparable<CallRule> {
    private static final Comparator<CallRule> ORDER =
            Comparator.comparing(CallRule::call).thenComparing(CallRule::rule);

    @Override
    public int compareTo(CallRule other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return call + " " + rule;
    }
}
