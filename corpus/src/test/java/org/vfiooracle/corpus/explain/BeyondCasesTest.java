// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.PlatformId;

final class BeyondCasesTest {
    private static final String JOIN = "VFIO_GROUP_SET_CONTAINER";

    @Test
    void a_reason_belongs_to_a_call_an_answer_a_release_and_a_generation() {
        assertThat(sources(JOIN, "EPERM", "phb4-linux-6.12-4k"))
                .hasSize(1)
                .first()
                .asString()
                .contains("claim_dma_owner");
        assertThat(sources(JOIN, "EPERM", "phb4-linux-5.10-4k")).isEmpty();
        assertThat(sources(JOIN, "EBUSY", "phb4-linux-6.4-4k")).isEmpty();
        assertThat(sources(JOIN, "EBUSY", "pseries-linux-6.4-4k")).hasSize(1);
        assertThat(sources("VFIO_SET_IOMMU", "EPERM", "phb4-linux-6.12-4k")).isEmpty();
        assertThat(sources("VFIO_SET_IOMMU", "EPERM", "x86-linux-6.12-4k")).hasSize(1);
        assertThat(sources("open /dev/vfio/N", "EPERM", "phb4-linux-4.1-4k")).hasSize(1);
        assertThat(sources("open /dev/vfio/N", "EPERM", "phb4-linux-4.12-4k")).hasSize(2);
    }

    @Test
    void without_an_answer_all_of_a_call_are_told() {
        assertThat(BeyondCases.of(JOIN, Optional.empty(), PlatformId.parse("phb4-linux-6.12-4k")))
                .extracting(BeyondCases::answer)
                .containsExactly(Answer.parse("EPERM"), Answer.parse("ENODEV"));
    }

    private static List<String> sources(String call, String answer, String platform) {
        return BeyondCases.of(call, Optional.of(Answer.parse(answer)), PlatformId.parse(platform)).stream()
                .map(BeyondCases::source)
                .toList();
    }
}
