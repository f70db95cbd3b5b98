// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

/**
 * Something that must hold in every state, and does not.
 *
 * @param invariant which
 * @param what what was found instead
 */
public record Violation(Invariant invariant, String what) {
    /** What must hold in every state. */
    public enum Invariant {
        ONE_CONTAINER("a group is in at most one container, and both say so"),
        WINDOWS_EVERYWHERE("each window of a container is programmed into each of its groups, and into no other"),
        ENTRIES_REGISTERED("each live TCE of a v2 container points into registered memory"),
        LOCKED_SUM("locked memory is the sum of its parts"),
        NOTHING_LEFT("after the last close nothing is left"),
        ANSWERED("each call has an answer and a rule");

        private final String sentence;

        Invariant(String sentence) {
            this.sentence = sentence;
        }

        /** What it says, in a sentence. */
        public String sentence() {
            return sentence;
        }
    }
}
