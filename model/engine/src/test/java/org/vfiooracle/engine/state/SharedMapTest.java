// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SharedMapTest {
    private static final SharedMap<Integer, String> EMPTY = SharedMap.in(Comparator.naturalOrder());

    @Test
    void it_holds_what_a_tree_map_holds_whatever_is_put_and_removed() {
        Random random = new Random(7);
        SharedMap<Integer, String> map = EMPTY;
        TreeMap<Integer, String> expected = new TreeMap<>();

        for (int i = 0; i < 20_000; i++) {
            int key = random.nextInt(500);
            if (random.nextInt(5) < 2) {
                map = map.without(key);
                expected.remove(key);
            } else {
                map = map.with(key, "v" + i);
                expected.put(key, "v" + i);
            }
            assertThat(map.get(key)).isEqualTo(expected.get(key));
            assertThat(map.size()).isEqualTo(expected.size());
            assertThat(map.ordinal(key))
                    .isEqualTo(expected.containsKey(key) ? expected.headMap(key).size() : -1);
            if (i % 100 == 0) {
                assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
                assertThat(map.list()).containsExactlyElementsOf(expected.values());
                assertBalanced(map);
            }
        }
    }

    @Test
    void it_stays_balanced_when_keys_come_and_go_in_order() {
        SharedMap<Integer, String> map = EMPTY;
        for (int i = 0; i < 20_000; i++) {
            map = map.with(i, "");
        }
        assertBalanced(map);

        for (int i = 0; i < 19_000; i++) {
            map = map.without(i);
        }

        assertBalanced(map);
        assertThat(map.firstKey()).isEqualTo(19_000);
        assertThat(map.lastKey()).isEqualTo(19_999);
        assertThat(map.list().get(500)).isEmpty();
    }

    @Test
    void one_with_another_entry_shares_nearly_all_nodes_and_leaves_the_first_as_it_was() {
        SharedMap<Integer, String> before = numbered(10_000);

        SharedMap<Integer, String> after = before.with(5_000, "other").without(2_500);

        Set<Object> old = Collections.newSetFromMap(new IdentityHashMap<>());
        old.addAll(before.entrySet());
        assertThat(after.entrySet()).hasSize(9_999);
        assertThat(after.entrySet().stream().filter(node -> !old.contains(node)))
                .hasSizeLessThan(60);
        assertThat(before).isEqualTo(numbered(10_000));
    }

    @Test
    void what_changes_nothing_gives_the_same_map() {
        SharedMap<Integer, String> map = numbered(10);

        assertThat(map.with(3, map.getOrDefault(3, ""))).isSameAs(map);
        assertThat(map.without(10)).isSameAs(map);
        assertThat(SharedMap.of(map)).isSameAs(map);
    }

    @Test
    void a_way_through_it_begins_with_the_last_entry_that_is_not_after_a_key() {
        SharedMap<Integer, String> map = SharedMap.of(Map.of(10, "a", 20, "b", 30, "c"));

        assertThat(keys(map.around(5))).containsExactly(10, 20, 30);
        assertThat(keys(map.around(10))).containsExactly(10, 20, 30);
        assertThat(keys(map.around(29))).containsExactly(20, 30);
        assertThat(keys(map.around(99))).containsExactly(30);
        assertThat(keys(EMPTY.around(1))).isEmpty();
    }

    @Test
    void it_is_a_sorted_map_that_nobody_can_change() {
        SharedMap<Integer, String> map = numbered(10);

        assertThat(map.headMap(2)).containsOnlyKeys(0, 1);
        assertThat(map.tailMap(8)).containsOnlyKeys(8, 9);
        assertThat(map.subMap(3, 5)).containsOnlyKeys(3, 4);
        assertThat(map).containsKey(9).doesNotContainKey(10);
        assertThatThrownBy(() -> map.put(1, "")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.entrySet().iterator().next().setValue(""))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(EMPTY::firstKey).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> EMPTY.around(0).next()).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> map.list().get(10)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static SharedMap<Integer, String> numbered(int size) {
        SharedMap<Integer, String> map = EMPTY;
        for (int i = 0; i < size; i++) {
            map = map.with(i, "v" + i);
        }
        return map;
    }

    private static List<Integer> keys(Iterator<Map.Entry<Integer, String>> entries) {
        List<Integer> keys = new ArrayList<>();
        entries.forEachRemaining(entry -> keys.add(entry.getKey()));
        return keys;
    }

    /** Neither side of a node has more than three times as many as the other; found through the entries, which are nodes. */
    private static void assertBalanced(SharedMap<Integer, String> map) {
        for (Map.Entry<Integer, String> entry : map.entrySet()) {
            Node<Integer, String> node = (Node<Integer, String>) entry;
            int left = Node.size(node.left);
            int right = Node.size(node.right);
            if (left + right > 1) {
                assertThat(Math.max(left, right)).isLessThanOrEqualTo(3 * Math.min(left, right));
            }
        }
    }

    @Test
    void entries_are_gone_through_in_order() {
        SharedMap<String, Integer> map = SharedMap.of(new TreeMap<>(Map.of("b", 2, "a", 1, "d", 4, "c", 3)));
        List<String> seen = new ArrayList<>();

        map.forEach((key, value) -> seen.add(key + value));

        assertThat(seen).containsExactly("a1", "b2", "c3", "d4");
    }

    @Test
    void values_are_found() {
        SharedMap<String, Integer> map = SharedMap.of(new TreeMap<>(Map.of("b", 2, "a", 1, "d", 4)));

        assertThat(map.containsValue(4)).isTrue();
        assertThat(map.containsValue(3)).isFalse();
        assertThat(map.get("d")).isEqualTo(4);
        assertThat(map.get("e")).isNull();
    }
}
