// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.observation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.vfiooracle.contract.codec.OutcomeCodec;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.operation.Outcome;

/**
 * What an implementation answered to one operation. Texts are spelled as in a fixture; they may name an errno or a field
 * that the model has never heard of, which is a difference and not an error.
 *
 * @param answer {@code fd}, a number, or the name of an errno
 * @param out the fields that the call filled in, in any order; hex text for addresses, sizes and masks
 * @param lockedPages locked memory after the call in host pages; empty where it was not looked at
 * @param effects what the hardware was told, in order
 * @param calls the VFIO calls that a program made, in order
 * @param rule the reason for the answer, as the implementation says; empty where it says none, and never compared
 */
public record ObservedStep(
        String answer,
        Map<String, String> out,
        OptionalLong lockedPages,
        List<Effect> effects,
        List<HostCall> calls,
        String rule) {
    /** Makes an answer that gives no reason. */
    public ObservedStep(
            String answer,
            Map<String, String> out,
            OptionalLong lockedPages,
            List<Effect> effects,
            List<HostCall> calls) {
        this(answer, out, lockedPages, effects, calls, "");
    }

    /** Makes what was answered to a VFIO call. */
    public ObservedStep(String answer, Map<String, String> out, OptionalLong lockedPages, List<Effect> effects) {
        this(answer, out, lockedPages, effects, List.of(), "");
    }

    public ObservedStep {
        out = Collections.unmodifiableMap(new LinkedHashMap<>(out));
        effects = List.copyOf(effects);
        calls = List.copyOf(calls);
    }

    /** Returns what somebody sees who sees all of an outcome. */
    public static ObservedStep of(Outcome outcome) {
        return new ObservedStep(
                outcome.answer().toString(),
                spelled(outcome),
                OptionalLong.of(outcome.lockedPages()),
                outcome.effects(),
                outcome.calls(),
                "");
    }

    /** Returns the fields that a call fills in as texts, in the order of the struct. */
    public static Map<String, String> spelled(Outcome outcome) {
        Map<String, String> texts = new LinkedHashMap<>();
        OutcomeCodec.out(outcome.out()).forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }
}
