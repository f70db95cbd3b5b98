// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.state.State;

/** What a step, or a whole procedure, came to. */
public sealed interface Progress {
    /** The state afterwards. */
    State state();

    /** What the hardware was told, in order. */
    List<Effect> effects();

    /**
     * It went on.
     *
     * @param answer what the call returns; 0 when nobody says
     * @param rule the reason, when this step knows a better one than the procedure
     */
    record Done(
            State state, List<Effect> effects, Map<OutField, Long> out, Optional<Answer> answer, Optional<Rule> rule)
            implements Progress {
        public Done {
            effects = List.copyOf(effects);
            out = Map.copyOf(out);
        }

        /** Returns this, decided by {@code reason}. */
        public Done because(Rule reason) {
            return new Done(state, effects, out, answer, Optional.of(reason));
        }

        /** Returns this, with {@code value} for {@code field}. */
        public Done out(OutField field, long value) {
            Map<OutField, Long> more = new EnumMap<>(OutField.class);
            more.putAll(out);
            more.put(field, value);
            return new Done(state, effects, more, answer, rule);
        }

        /** Returns this, answering {@code value}. */
        public Done answering(Answer value) {
            return new Done(state, effects, out, Optional.of(value), rule);
        }

        /** Returns this followed by {@code next}. */
        public Done then(Done next) {
            if (effects.isEmpty() && out.isEmpty() && answer.isEmpty() && rule.isEmpty()) {
                return next;
            }
            return new Done(
                    next.state,
                    joined(effects, next.effects),
                    filledIn(out, next.out),
                    next.answer.isPresent() ? next.answer : answer,
                    next.rule.isPresent() ? next.rule : rule);
        }

        private static Map<OutField, Long> filledIn(Map<OutField, Long> first, Map<OutField, Long> second) {
            if (first.isEmpty() || second.isEmpty()) {
                return first.isEmpty() ? second : first;
            }
            Map<OutField, Long> all = new EnumMap<>(first);
            all.putAll(second);
            return all;
        }
    }

    /** It ended early: {@code rule} says why and {@code answer} what the call returns. */
    record Stopped(State state, List<Effect> effects, Rule rule, Answer answer) implements Progress {
        public Stopped {
            effects = List.copyOf(effects);
        }
    }

    /** Returns a success without effects. */
    static Done done(State state) {
        return new Done(state, List.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    /** Returns a success with effects. */
    static Done done(State state, List<Effect> effects) {
        return new Done(state, effects, Map.of(), Optional.empty(), Optional.empty());
    }

    /** Returns a failure that leaves {@code state}. */
    static Stopped stop(State state, Rule rule, Errno errno) {
        return new Stopped(state, List.of(), rule, Answer.of(errno));
    }

    /** Returns this with {@code before} in front of its effects. */
    default Progress after(List<Effect> before) {
        if (before.isEmpty()) {
            return this;
        }
        if (this instanceof Done done) {
            return new Done(done.state, joined(before, done.effects), done.out, done.answer, done.rule);
        }
        Stopped stopped = (Stopped) this;
        return new Stopped(stopped.state, joined(before, stopped.effects), stopped.rule, stopped.answer);
    }

    private static List<Effect> joined(List<Effect> first, List<Effect> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        List<Effect> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
