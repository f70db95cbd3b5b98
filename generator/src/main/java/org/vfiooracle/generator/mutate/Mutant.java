// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.function.Supplier;
import org.vfiooracle.oracle.Machine;

/**
 * A platform with one thing wrong.
 *
 * @param id what is wrong and where: {@code VFIO_IOMMU_MAP_DMA/spapr.map.flags/check-removed}
 * @param kind the kind of mistake
 * @param place the procedure that has it; empty where it is about several
 * @param entry the entry of the procedure, by number; -1 where it is about all
 * @param made the machine; made when somebody first asks
 */
public record Mutant(String id, Kind kind, String place, int entry, Supplier<Machine> made) {
    /** The kinds of mistakes. */
    public enum Kind {
        CHECK_REMOVED("check-removed", "a check that is forgotten"),
        STEP_REMOVED("step-removed", "a step that is forgotten"),
        ROLL_BACK_DROPPED("roll-back-dropped", "a step that is not taken back when the call fails"),
        SWAPPED("swapped-with-next", "two neighbours in the wrong order"),
        ANSWER_REPLACED("answer-replaced", "another errno"),
        LIMIT_OFF("limit-off", "a limit that is off by one"),
        FIRST_GROUP_ONLY("first-group-only", "only the first of several groups is told"),
        NOBODY_TOLD("nobody-told", "the hardware of no group is told"),
        KNOWN_BUG("known-bug", "a bug of another release, or the lack of one that this release has"),
        PROGRAM_BUG("program-bug", "a bug that a program had in another version");

        private final String key;
        private final String sentence;

        Kind(String key, String sentence) {
            this.key = key;
            this.sentence = sentence;
        }

        /** How ids name it. */
        public String key() {
            return key;
        }

        /** What it is. */
        public String sentence() {
            return sentence;
        }
    }

    /** The machine. */
    public Machine machine() {
        return made.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mutant mutant && mutant.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
