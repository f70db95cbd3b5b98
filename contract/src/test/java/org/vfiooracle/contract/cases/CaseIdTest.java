// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CaseIdTest {
    @Test
    void the_order_is_that_of_the_names_as_text() {
        List<String> sorted = Stream.of(
                        "EEH-001",
                        "DMA-WINDOW-017.64k-pages",
                        "DMA-WINDOW-017",
                        "DMA-WINDOW-017.4k",
                        "DMA-WINDOW-016.z",
                        "TYPE1-100",
                        "ATTACH-012.same-phb",
                        "ATTACH-012.another-phb")
                .map(CaseId::parse)
                .sorted()
                .map(CaseId::toString)
                .toList();

        assertThat(sorted).hasSize(8).isEqualTo(sorted.stream().sorted().toList());
    }
}
