// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A run of some calls: an implementation of a few gets a verdict on most cases, and none that it did not earn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PartialRunTest {
    private static final String ATTACHING = "open,VFIO_GROUP_SET_CONTAINER,VFIO_SET_IOMMU,close";

    private TestCheckout checkout;
    private Path kept;

    @BeforeAll
    void copies(@TempDir Path folder) {
        checkout = TestCheckout.in(folder);
        kept = folder.resolve("kept.jsonl");
    }

    @Test
    void most_cases_have_a_verdict_and_the_ledger_has_only_whole_ones() throws IOException {
        Ran ran = run("--calls", ATTACHING, "--ledger", "--keep", kept.toString(), "--format", "json", "attach");

        JsonNode json = new ObjectMapper().readTree(ran.out());
        JsonNode summary = json.get("summary");
        int partial = summary.get("partial").asInt();
        int whole = summary.get("conforms").asInt();
        ran.ended(0);
        assertThat(whole).isGreaterThan(10);
        assertThat(partial).isGreaterThan(10);
        assertThat(summary.get("skipped").asInt()).isLessThan(5);
        assertThat(summary.get("not_reached_operations").asInt()).isGreaterThan(partial);
        String ledger = checkout.read("fixtures/evidence/reference-1-model-phb4-linux-6.12.95-4k.yaml");
        assertThat(ran.err()).contains("confirms " + whole + " of ");
        assertThat(ledger.lines().filter(line -> line.startsWith("  - id: "))).hasSize(whole);
        checkout.run("diff", checkout.root().resolve("fixtures/corpus/attach").toString(), kept.toString())
                .ended(0)
                .said(partial + " partial", "not performed to the end, stopped at:");
    }

    @Test
    void fixtures_are_chosen_by_what_happens_in_them() {
        run("--with-rule", "spapr.attach.no-ownership").ended(1).said("0 fixtures, nothing compared");
        run("--with-call", "VFIO_GROUP_SET_CONTAINER", "--with-errno", "EBUSY", "attach")
                .ended(0)
                .said(" conforms");
        run("--with-call", "VFIO_SET_IOMMU", "--with-errno", "EBUSY,EPERM", "attach")
                .ended(0);
    }

    private Ran run(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "run";
        all[1] = "--adapter";
        all[2] = FullAfterOneMapping.command();
        System.arraycopy(words, 0, all, 3, words.length);
        return checkout.run(all);
    }
}
