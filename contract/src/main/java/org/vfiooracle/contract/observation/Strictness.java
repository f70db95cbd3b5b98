// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.observation;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How much of a case is compared, of what is seen. */
public enum Strictness {
    /** Only the answer of each call: return value, descriptor or errno. */
    OUTCOME(EnumSet.of(Part.ANSWER)),
    /** The answers, and the fields that calls fill in. */
    STRUCTS(EnumSet.of(Part.ANSWER, Part.OUT, Part.CALLS)),
    /** Also locked memory. */
    LOCKED(EnumSet.of(Part.ANSWER, Part.OUT, Part.CALLS, Part.LOCKED_PAGES)),
    /** Also what the hardware is told. */
    EFFECTS(EnumSet.complementOf(EnumSet.of(Part.STATE))),
    /** Everything: also what is left at the end. */
    STATE(EnumSet.allOf(Part.class));

    private final Set<Part> parts;

    Strictness(Set<Part> parts) {
        this.parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
    }

    /** The parts that are compared, in their order. */
    public Set<Part> parts() {
        return parts;
    }

    /**
     * Returns the one of this name; {@code answer} is another word for {@code outcome}.
     *
     * @throws IllegalArgumentException when there is none; the message lists them
     */
    public static Strictness parse(String name) {
        String key = name.equalsIgnoreCase("answer") ? OUTCOME.key() : name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected one of answer, outcome, structs, locked, effects, state, found \"" + name + "\""));
    }

    /** The name that a user gives it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
