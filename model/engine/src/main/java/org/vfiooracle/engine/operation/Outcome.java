// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The observable result of one call.
 *
 * @param answer return value, descriptor or errno
 * @param out the fields that the call filled in; empty unless it succeeded, but for {@link OutField#MADE}
 * @param lockedPages locked memory of the process after the call, in host pages
 * @param effects what the hardware was told, in order
 * @param calls the VFIO calls that a program made, in order; empty for a VFIO call itself
 */
public record Outcome(
        Answer answer, Map<OutField, Long> out, long lockedPages, List<Effect> effects, List<HostCall> calls) {
    /** Makes the outcome of a VFIO call. */
    public Outcome(Answer answer, Map<OutField, Long> out, long lockedPages, List<Effect> effects) {
        this(answer, out, lockedPages, effects, List.of());
    }

    public Outcome {
        calls = List.copyOf(calls);
        out = out.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(out));
        effects = List.copyOf(effects);
    }
}
