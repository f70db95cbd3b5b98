// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.OwnErrors;
import org.vfiooracle.conformance.compare.Repair;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.protocol.message.Messages;
import org.vfiooracle.protocol.message.PerformedCalls;
import org.vfiooracle.samples.SampleCases;

/** An adapter of a few calls is asked what it can answer, and judged by that. */
final class PartialAdapterTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ReferenceAdapter MODEL =
            new ReferenceAdapter(SampleCases.PLATFORMS, SampleCases.PLATFORMS.machine(SampleCases.POWER9));
    private static final PerformedCalls ATTACHING =
            PerformedCalls.named(List.of("open", "VFIO_GROUP_SET_CONTAINER", "VFIO_SET_IOMMU"));

    @TempDir
    private Path folder;

    private final Commands commands = new Commands();

    @Test
    void only_the_calls_that_are_announced_are_asked() throws Exception {
        AdapterResults results = run(announcing(ATTACHING), PerformedCalls.ALL);

        assertThat(results.comparisons())
                .extracting(comparison -> comparison.id() + " "
                        + comparison.verdict().key() + " " + comparison.stepsCompared() + "+" + comparison.notReached())
                .containsExactly(
                        "ATTACH-901 partial 4+3",
                        "ATTACH-902 partial 1+1",
                        "ATTACH-903 partial 1+1",
                        "MEMORY-901 partial 4+4");
        assertThat(results.finding()).isFalse();
        assertThat(results.statistics().operationsNotReached()).isEqualTo(9);
        assertThat(results.comparisons().get(0).reason())
                .isEqualTo("VFIO_IOMMU_SPAPR_TCE_GET_INFO: the adapter does not perform it");
    }

    @Test
    void the_user_may_ask_for_less() throws Exception {
        AdapterResults results = run(announcing(ATTACHING), PerformedCalls.named(List.of("open")));

        assertThat(results.comparisons()).extracting(Comparison::stepsCompared).containsExactly(2, 1, 1, 2);
    }

    @Test
    void a_case_that_begins_with_another_call_is_skipped() throws Exception {
        AdapterResults results = run(announcing(PerformedCalls.named(List.of("close"))), PerformedCalls.ALL);

        assertThat(results.comparisons())
                .extracting(comparison -> comparison.verdict().key() + " " + comparison.reason())
                .containsOnly("skipped open: the adapter does not perform it");
        assertThat(results.finding()).isTrue();
    }

    @Test
    void an_answer_cannot_stop_behind_its_case() throws Exception {
        List<String> lines = announcing(ATTACHING);
        String steps = "{\"answer\":\"fd\"},".repeat(9);
        lines.set(0, lines.get(0).replaceFirst("\"observes\":\\[.*?]", "\"observes\":[\"answer\"]"));
        lines.set(
                1,
                "ATTACH-901 {\"type\":\"answer\",\"id\":\"ATTACH-901\",\"steps\":["
                        + steps.substring(0, steps.length() - 1)
                        + "],\"stopped\":{\"operation\":10,\"reason\":\"r\"}}");

        Comparison first = run(lines, PerformedCalls.ALL).comparisons().get(0);

        assertThat(first.reason())
                .startsWith("garbage: expected one of the 4 operations of the case, found operation 10");
    }

    /** What the model would say if it knew only these calls. */
    private static List<String> announcing(PerformedCalls calls) throws Exception {
        List<String> lines = new ArrayList<>();
        ObjectNode start = (ObjectNode) JSON.readTree(Messages.of(MODEL.announcement()));
        calls.entries().forEach(entry -> start.withArray("calls").add(entry.name()));
        lines.add(start.toString());
        for (Case whole : SampleCases.CASES) {
            int end = calls.halt(whole).orElseThrow().operation();
            lines.add(whole.id() + " " + MODEL.answer(whole.before(end)));
        }
        return lines;
    }

    private AdapterResults run(List<String> told, PerformedCalls calls) throws Exception {
        Path file = Files.write(folder.resolve("told.txt"), told);
        Expectations expectations = new CorpusExpectations(
                SampleCases.PLATFORMS,
                List.of(SampleCases.POWER9),
                platform -> SampleCases.CASES.stream().map(SampleCases::fixture).toList(),
                fixture -> true);
        return new AdapterRun(expectations, Strictness.STATE, Repair.NONE, Shard.WHOLE, calls, OwnErrors.NONE)
                .drive(commands.told(file), RunProgress.NONE);
    }
}
