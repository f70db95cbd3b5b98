// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.reach;

import java.util.Comparator;

/**
 * A call with an answer that it can give.
 *
 * @param call name of the operation
 * @param answer the answer as fixtures spell it
 */
public record CallAnswer(String call, String answer) implements Comparable<CallAnswer> {
    private static final Comparator<CallAnswer> ORDER =
            Comparator.comparing(CallAnswer::call).thenComparing(CallAnswer::answer);

    @Override
    public int compareTo(CallAnswer other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return call + " " + answer;
    }
}
