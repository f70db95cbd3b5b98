// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.oracle.Rules;

/** What can be found. */
final class SearchIndexTest {
    private static final int MOST_BYTES = 500_000;

    private final WholeSite site = WholeSite.get();
    private final String script = read();
    private final List<List<String>> entries = entries();

    @Test
    void a_case_a_rule_a_call_an_errno_a_bug_and_a_program_are_found() {
        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry)
                        .startsWith("case", "ATTACH-036", "A second group joins a container with IOMMU type v2")
                        .endsWith("cases/ATTACH-036.html"))
                .anySatisfy(entry -> assertThat(entry)
                        .startsWith("rule", "spapr.attach.no-ownership")
                        .endsWith("rules/spapr-attach.html#spapr.attach.no-ownership"))
                .anySatisfy(entry -> assertThat(entry)
                        .startsWith("call", "VFIO_GROUP_SET_CONTAINER")
                        .endsWith("calls/VFIO_GROUP_SET_CONTAINER.html"))
                .anySatisfy(entry -> assertThat(entry)
                        .startsWith("answer", "EBUSY", "Device or resource busy, errno 16")
                        .endsWith("answers/EBUSY.html"))
                .anySatisfy(entry ->
                        assertThat(entry).startsWith("bug", "bug 10").endsWith("bugs/kernel-fixed.html#bug-10"))
                .anySatisfy(entry ->
                        assertThat(entry).startsWith("program", "qemu-7.2").endsWith("programs.html#qemu-7.2"));
    }

    @Test
    void every_rule_and_every_case_are_found() {
        assertThat(entries)
                .filteredOn(entry -> entry.get(0).equals("rule"))
                .hasSize(Rules.all().size());
        assertThat(entries)
                .filteredOn(entry -> entry.get(0).equals("case"))
                .extracting(entry -> entry.get(4))
                .containsExactlyInAnyOrderElementsOf(site.pages().keySet().stream()
                        .filter(page -> page.startsWith("cases/"))
                        .toList());
    }

    @Test
    void what_is_found_is_there() {
        assertThat(entries).isNotEmpty().allSatisfy(entry -> assertThat(site.pages())
                .containsKey(entry.get(4).split("#")[0]));
    }

    @Test
    void it_is_small_enough_to_load_while_somebody_types() {
        assertThat(script.length()).isLessThan(MOST_BYTES);
    }

    private String read() {
        try {
            return Files.readString(site.folder().resolve("search.js"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<List<String>> entries() {
        try {
            String json = script.substring(script.indexOf('['), script.lastIndexOf(']') + 1);
            List<List<String>> all = new ArrayList<>();
            for (JsonNode row : new ObjectMapper().readTree(json)) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.asText()));
                all.add(cells);
            }
            return all;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
