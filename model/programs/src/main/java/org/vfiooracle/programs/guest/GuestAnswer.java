// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.guest;

import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.procedure.Rule;

/**
 * What a call of the guest came to, as far as the guest can see. What devices are told comes on top, and changes nothing here.
 *
 * @param next the guest afterwards
 * @param events what happened to its address spaces, in order
 */
public record GuestAnswer(Guest next, Answer answer, Map<OutField, Long> out, List<GuestEvent> events, Rule rule) {
    public GuestAnswer {
        out = Map.copyOf(out);
        events = List.copyOf(events);
    }

    static GuestAnswer refused(Guest guest, Answer answer, Rule rule) {
        return new GuestAnswer(guest, answer, Map.of(), List.of(), rule);
    }

    /** Returns this with {@code before} in front of its events. */
    GuestAnswer after(List<GuestEvent> before) {
        List<GuestEvent> all = new java.util.ArrayList<>(before);
        all.addAll(events);
        return new GuestAnswer(next, answer, out, all, rule);
    }
}
