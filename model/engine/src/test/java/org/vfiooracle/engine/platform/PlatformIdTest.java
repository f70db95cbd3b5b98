// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlatformIdTest {
    private static List<PlatformId> some() {
        List<PlatformId> ids = new ArrayList<>();
        for (String generation : List.of("phb4", "phb5", "phb45", "ioda1", "x86")) {
            for (String release : List.of("6.1", "6.1.5", "6.1.50", "6.12", "6.12.95", "4.2", "10.0")) {
                for (String page : List.of("64k", "4k")) {
                    ids.add(PlatformId.parse(generation + "-linux-" + release + "-" + page));
                }
            }
        }
        return ids;
    }

    @Test
    void the_order_is_that_of_the_names_as_text() {
        List<String> sorted = some().stream().sorted().map(PlatformId::toString).toList();

        assertThat(sorted).hasSize(70).isEqualTo(sorted.stream().sorted().toList());
    }

    @Test
    void two_are_equal_when_their_names_are() {
        for (PlatformId one : some()) {
            assertThat(some()).filteredOn(one::equals).hasSize(1).allSatisfy(other -> {
                assertThat(other).hasToString(one.toString()).hasSameHashCodeAs(one);
                assertThat(other.compareTo(one)).isZero();
            });
        }
    }
}
