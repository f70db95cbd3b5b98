// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.codec.StateCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;

/** The answers of a case file: {@code platforms}, the {@code steps} that they all answer, and the {@code state} that is left. */
final class AnswerTree {
    /** By generation, then from the oldest release to the newest, so that the eras of a generation follow each other. */
    private static final Comparator<PlatformId> ERAS = Comparator.comparing(PlatformId::generation)
            .thenComparing(PlatformId::release)
            .thenComparing(PlatformId::page);

    private static final String PLATFORMS = "platforms";
    private static final String STEPS = "steps";
    private static final String STATE = "state";

    private final Case performed;
    private final String feature;
    private final Platforms platforms;

    AnswerTree(Case performed, String feature, Platforms platforms) {
        this.performed = performed;
        this.feature = feature;
        this.platforms = platforms;
    }

    private record Alike(List<RecordedStep> steps, Map<String, Object> state) {}

    static List<Map<String, Object>> encode(Collection<Fixture> fixtures) {
        Map<Alike, List<PlatformId>> groups = new LinkedHashMap<>();
        fixtures.stream()
                .sorted(Comparator.comparing(Fixture::platform, ERAS))
                .forEach(fixture -> groups.computeIfAbsent(
                                new Alike(fixture.steps(), StateCodec.encode(fixture.last())),
                                alike -> new ArrayList<>())
                        .add(fixture.platform()));
        List<Map<String, Object>> answers = new ArrayList<>();
        groups.forEach((alike, platforms) -> {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put(PLATFORMS, platforms.stream().map(PlatformId::toString).toList());
            answer.put(STEPS, alike.steps().stream().map(StepTree::answer).toList());
            answer.put(STATE, alike.state());
            answers.add(answer);
        });
        return answers;
    }

    /** Reads the fixtures of the platforms that answer alike. */
    List<Fixture> decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        List<PlatformId> alike = fields.list(PLATFORMS, AnswerTree::platform);
        List<RecordedStep> steps = List.copyOf(steps(fields));
        Object state = fields.any(STATE);
        fields.end();
        Map<Topology, State> left = new IdentityHashMap<>();
        List<Fixture> fixtures = new ArrayList<>();
        for (PlatformId platform : alike) {
            State last = left.computeIfAbsent(
                    topology(platform, path),
                    topology -> StateCodec.decode(state, fields.path(STATE), topology, performed.process()));
            fixtures.add(new Fixture(platform, feature, performed, steps, last));
        }
        return fixtures;
    }

    private List<RecordedStep> steps(Fields fields) {
        List<RecordedStep> steps = new ArrayList<>();
        fields.list(STEPS, (element, place) -> {
            if (steps.size() == performed.operations().size()) {
                throw new CodecProblem(place, "one step for each of the " + steps.size() + " operations", "one more");
            }
            return steps.add(StepTree.answered(performed.operations().get(steps.size()), element, place));
        });
        if (steps.size() < performed.operations().size()) {
            throw new CodecProblem(
                    fields.path(STEPS),
                    "one step for each of the " + performed.operations().size() + " operations",
                    steps.size() + " steps");
        }
        return steps;
    }

    private Topology topology(PlatformId platform, String path) {
        try {
            return platforms.topology(performed.topology(), platform);
        } catch (PlatformRefused e) {
            throw new CodecProblem(path, "a platform that has the topology", platform.toString())
                    .hint(String.valueOf(e.getMessage()));
        }
    }

    private static PlatformId platform(Object element, String path) {
        try {
            return PlatformId.parse(String.valueOf(element));
        } catch (IllegalArgumentException e) {
            throw new CodecProblem(path, "a platform such as phb4-linux-6.12-4k", "\"" + element + "\"");
        }
    }
}
