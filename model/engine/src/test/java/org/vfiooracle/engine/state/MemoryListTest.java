// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.engine.operation.Address;

final class MemoryListTest {
    private static final long PAGE = 0x1000;

    /** Where pieces may meet all of the list is gone through, and the answers are the same. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void it_answers_as_a_list_does_that_is_gone_through(boolean apart) {
        Random random = new Random(11);
        MemoryList<Region.Key> list = MemoryList.of(List.of(), UnaryOperator.identity());
        List<Region.Key> expected = new ArrayList<>();
        int added = 0;

        for (int i = 0; i < 3_000; i++) {
            Region.Key key = any(random);
            boolean meets = expected.stream().anyMatch(other -> !other.equals(key) && other.overlaps(key));
            assertThat(list.meets(key)).isEqualTo(meets);
            assertThat(list.find(key).isPresent()).isEqualTo(expected.contains(key));
            assertThat(list.holding(key.vaddr(), PAGE))
                    .isEqualTo(expected.stream()
                            .filter(other -> other.holds(key.vaddr(), PAGE))
                            .findFirst());
            if (random.nextInt(3) == 0) {
                list = list.without(key);
                expected.remove(key);
            } else if (!apart || !meets && key.size() > 0) {
                list = list.adding(key);
                expected.add(key);
                added++;
            }
            assertThat(list).isEqualTo(expected);
        }

        assertThat(added).isGreaterThan(300);
    }

    @Test
    void another_element_about_the_same_memory_takes_the_place_of_the_oldest() {
        Region first = new Region(key("B1", 0, PAGE), 1, 0);
        Region second = new Region(key("B1", PAGE, PAGE), 1, 0);

        MemoryList<Region> list = MemoryList.of(List.of(first, second), Region::key);

        assertThat(list.with(first.usedBy(1))).containsExactly(first.usedBy(1), second);
        assertThat(list.with(new Region(key("B2", 0, PAGE), 1, 0))).hasSize(3);
        assertThat(list.find(second.key())).contains(second);
        assertThat(list.get(1)).isEqualTo(second);
    }

    @Test
    void an_address_that_is_in_no_buffer_meets_and_is_held_by_nothing_in_one() {
        MemoryList<Region.Key> list = MemoryList.of(List.of(key("B1", 0, PAGE)), UnaryOperator.identity());

        assertThat(list.meets(new Region.Key(new Address.Absolute(0), PAGE))).isFalse();
        assertThat(list.holding(new Address.Absolute(0), 1)).isEqualTo(Optional.empty());
    }

    private static Region.Key any(Random random) {
        long size = random.nextInt(20) == 0 ? -PAGE : PAGE * (1 + random.nextInt(3));
        return key("B" + random.nextInt(2), PAGE * random.nextInt(40), size);
    }

    private static Region.Key key(String buffer, long offset, long size) {
        return new Region.Key(new Address.InBuffer(buffer, offset), size);
    }
}
