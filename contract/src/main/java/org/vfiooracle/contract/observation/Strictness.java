// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.observation;

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
    /** Everything: also locked memory, effects and what is left at the end. */
    STATE(EnumSet.allOf(Part.class));

    private final Set<Part> parts;

    Strictness(Set<Part> parts) {
        this.parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
    }

    /** The parts that are compared, in their order. */
    public Set<Part> parts() {
        return parts;
    }

    /** The name that a user gives it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
