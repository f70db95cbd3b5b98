// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.operation.Repeat;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.programs.vmm.Kernel;

/** A request that is made many times, until one is refused. */
final class Repetition {
    private Repetition() {}

    /** Performs all of it. What the hardware is told about neighbouring bus addresses is told as one. */
    static Transition of(Kernel kernel, State state, Repeat repeat) {
        Operation request = repeat.call();
        Transition last = kernel.ask(state, request);
        List<Effect> effects = new ArrayList<>(last.outcome().effects());
        long made = succeeded(last) ? 1 : 0;
        while (made > 0 && made < repeat.times()) {
            request = repeat.after(request);
            last = kernel.ask(last.next(), request);
            last.outcome().effects().forEach(effect -> add(effects, effect));
            if (!succeeded(last)) {
                break;
            }
            made++;
        }
        Map<OutField, Long> out = new EnumMap<>(OutField.class);
        out.putAll(last.outcome().out());
        out.put(OutField.MADE, made);
        Outcome outcome =
                new Outcome(last.outcome().answer(), out, last.outcome().lockedPages(), effects);
        return new Transition(last.next(), outcome, last.rule());
    }

    private static boolean succeeded(Transition transition) {
        return transition.outcome().answer().succeeded();
    }

    private static void add(List<Effect> effects, Effect next) {
        int end = effects.size() - 1;
        if (end >= 0
                && effects.get(end) instanceof Effect.Tces before
                && next instanceof Effect.Tces tces
                && tces.live() == before.live()
                && tces.iova() == before.iova() + before.size()) {
            effects.set(end, new Effect.Tces(before.live(), before.iova(), before.size() + tces.size()));
        } else {
            effects.add(next);
        }
    }
}
