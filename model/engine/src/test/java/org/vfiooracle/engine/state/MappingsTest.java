// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Address;

final class MappingsTest {
    private static final long PAGE = 0x1000;
    private static final long HIGH = 0xffff_ffff_0000_0000L;

    @Test
    void they_are_in_order_of_unsigned_address() {
        Mappings mappings = Mappings.of(List.of(at(HIGH, PAGE), at(0, PAGE), at(PAGE, PAGE)));

        assertThat(mappings).containsExactly(at(0, PAGE), at(PAGE, PAGE), at(HIGH, PAGE));
        assertThat(mappings.get(2)).isEqualTo(at(HIGH, PAGE));
        assertThat(mappings.without(at(0, PAGE))).containsExactly(at(PAGE, PAGE), at(HIGH, PAGE));
    }

    @Test
    void those_that_meet_a_range_are_those_that_a_search_through_all_finds() {
        Random random = new Random(5);
        Mappings mappings = Mappings.of(List.of());
        int met = 0;

        for (int i = 0; i < 3_000; i++) {
            long iova = (random.nextBoolean() ? HIGH : 0) + PAGE * random.nextInt(200);
            long size = random.nextInt(50) == 0 ? HIGH : PAGE * (1 + random.nextInt(4));
            List<Mapping> found = mappings.meeting(iova, size);
            assertThat(found)
                    .isEqualTo(
                            mappings.stream().filter(m -> m.meets(iova, size)).toList());
            assertThat(mappings.mapped())
                    .isEqualTo(mappings.stream().mapToLong(Mapping::size).sum());
            met += found.size();
            if (found.isEmpty() && size != HIGH) {
                mappings = mappings.with(at(iova, size));
            } else if (random.nextBoolean() && !found.isEmpty()) {
                mappings = mappings.without(found.get(0));
            }
        }

        assertThat(met).isGreaterThan(1_000);
    }

    private static Mapping at(long iova, long size) {
        return new Mapping(iova, size, new Address.InBuffer("B1", 0), 3, "", "", false);
    }
}
