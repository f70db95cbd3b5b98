// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.codec.CaseCodec;
import org.vfiooracle.contract.codec.EffectCodec;
import org.vfiooracle.contract.codec.HostCallCodec;
import org.vfiooracle.contract.codec.OutcomeCodec;
import org.vfiooracle.contract.codec.StateCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.ObservedStep;

/** Writes messages, one line each, without the line end. */
public final class Messages {
    /** The first message of the oracle. */
    public static final String START = "{\"type\":\"start\",\"protocol\":" + Announcement.PROTOCOL + "}";

    /** The last message of the oracle. */
    public static final String STOP = "{\"type\":\"stop\"}";

    private static final String RULE = "rule";

    private Messages() {}

    /** Returns the message that asks for a case. */
    public static String of(Case performed) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "case");
        tree.putAll(CaseCodec.encode(performed));
        return JsonLine.write(tree);
    }

    /** Returns the message with which an adapter starts. */
    public static String of(Announcement announcement) {
        return JsonLine.write(announcement.encode());
    }

    /** Returns the message that answers a case exactly as the fixture says, with all that can be observed, and the rules. */
    public static String answer(Fixture fixture) {
        return answer(fixture.performed().id(), fixture.steps(), Map.of("state", StateCodec.encode(fixture.last())));
    }

    /** Returns the message that answers a case as far as {@code begun} goes, which is its beginning. */
    public static String answer(Fixture begun, Halt halt) {
        return answer(begun.performed().id(), begun.steps(), Map.of("stopped", HaltMessage.encode(halt)));
    }

    private static String answer(CaseId id, List<RecordedStep> steps, Map<String, Object> rest) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "answer");
        tree.put("id", id.toString());
        tree.put("steps", steps.stream().map(Messages::step).toList());
        tree.putAll(rest);
        return JsonLine.write(tree);
    }

    /** Returns the message that refuses a case. */
    public static String skip(CaseId id, Halt halt) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "skip");
        tree.put("id", id.toString());
        tree.putAll(HaltMessage.encode(halt));
        return JsonLine.write(tree);
    }

    /** Returns the message that closes a case as it was observed; empty when it was never performed. */
    public static Optional<String> of(Observation observation) {
        return switch (observation.ending()) {
            case ANSWERED -> Optional.of(answer(observation));
            case SKIPPED ->
                Optional.of(skip(observation.id(), observation.halt().orElseThrow()));
            case CRASHED -> Optional.of(closing("crashed", observation.id(), observation.reason()));
            case TIMED_OUT -> Optional.of(closing("timed-out", observation.id(), observation.reason()));
            case NOT_RUN -> Optional.empty();
        };
    }

    private static String answer(Observation observation) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "answer");
        tree.put("id", observation.id().toString());
        tree.put("steps", observation.steps().stream().map(Messages::step).toList());
        observation.state().ifPresent(state -> tree.put("state", state));
        observation.halt().ifPresent(halt -> tree.put("stopped", HaltMessage.encode(halt)));
        return JsonLine.write(tree);
    }

    private static String closing(String type, CaseId id, String reason) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", type);
        tree.put("id", id.toString());
        tree.put("reason", reason);
        return JsonLine.write(tree);
    }

    private static Map<String, Object> step(ObservedStep step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("answer", spelled(step.answer()));
        if (!step.out().isEmpty()) {
            Map<String, Object> out = new LinkedHashMap<>();
            step.out().forEach((key, value) -> out.put(key, spelled(value)));
            tree.put("out", out);
        }
        step.lockedPages().ifPresent(pages -> tree.put("locked_pages", pages));
        tree.put("effects", step.effects().stream().map(EffectCodec::encode).toList());
        if (!step.calls().isEmpty()) {
            tree.put("calls", step.calls().stream().map(HostCallCodec::encode).toList());
        }
        if (!step.rule().isEmpty()) {
            tree.put(RULE, step.rule());
        }
        return tree;
    }

    /** A count is a number in a message, everything else a text. */
    private static Object spelled(String text) {
        return text.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(text) : text;
    }

    private static Map<String, Object> step(RecordedStep step) {
        Map<String, Object> tree = OutcomeCodec.encode(step.outcome());
        tree.putIfAbsent("effects", List.of());
        tree.put(RULE, step.rule());
        return tree;
    }
}
