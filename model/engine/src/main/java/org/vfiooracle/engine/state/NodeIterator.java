// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes through entries in order. */
final class NodeIterator<K, V> implements Iterator<Map.Entry<K, V>> {
    /** What is still to come, nearest first; of each of them also what is right of it. */
    private @Nullable Ahead<K, V> ahead;

    private @Nullable Node<K, V> first;

    private record Ahead<K, V>(Node<K, V> node, @Nullable Ahead<K, V> behind) {}

    /** Begins with the first entry. */
    static <K, V> NodeIterator<K, V> all(@Nullable Node<K, V> root) {
        NodeIterator<K, V> iterator = new NodeIterator<>();
        iterator.descend(root);
        return iterator;
    }

    /** Begins with the last entry that is not after {@code key}, or else with the first one. */
    static <K, V> NodeIterator<K, V> around(@Nullable Node<K, V> root, K key, Comparator<? super K> order) {
        NodeIterator<K, V> iterator = new NodeIterator<>();
        Node<K, V> node = root;
        while (node != null) {
            if (order.compare(key, node.getKey()) < 0) {
                iterator.ahead = new Ahead<>(node, iterator.ahead);
                node = node.left;
            } else {
                iterator.first = node;
                node = node.right;
            }
        }
        return iterator;
    }

    @Override
    public boolean hasNext() {
        return first != null || ahead != null;
    }

    @Override
    public Map.Entry<K, V> next() {
        Node<K, V> node = first;
        if (node != null) {
            first = null;
            return node;
        }
        Ahead<K, V> nearest = ahead;
        if (nearest == null) {
            throw new NoSuchElementException();
        }
        ahead = nearest.behind();
        descend(nearest.node().right);
        return nearest.node();
    }

    private void descend(@Nullable Node<K, V> node) {
        for (Node<K, V> next = node; next != null; next = next.left) {
            ahead = new Ahead<>(next, ahead);
        }
    }
}
