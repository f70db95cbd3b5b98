// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.AbstractMap;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a {@link SharedMap} with the entries on both sides of it, balanced by their number: neither side has more than
 * three times as many as the other. Source: S. Adams, "Efficient sets: a balancing act", with the bounds that Y. Hirai and
 * K. Yamamoto have proven.
 */
final class Node<K, V> extends AbstractMap.SimpleImmutableEntry<K, V> {
    private static final long serialVersionUID = 1;
    private static final int BALANCE = 3;
    private static final int SINGLE = 2;

    final transient @Nullable Node<K, V> left;
    final transient @Nullable Node<K, V> right;
    final transient int size;

    private Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        super(key, value);
        this.left = left;
        this.right = right;
        this.size = size(left) + size(right) + 1;
    }

    static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    /** Returns {@code node} with another value for a key; the same node where nothing changes. */
    static <K, V> Node<K, V> with(@Nullable Node<K, V> node, K key, V value, Comparator<? super K> order) {
        if (node == null) {
            return new Node<>(key, value, null, null);
        }
        int side = order.compare(key, node.getKey());
        if (side == 0) {
            return node.getValue() == value ? node : new Node<>(node.getKey(), value, node.left, node.right);
        }
        return side < 0
                ? node.between(with(node.left, key, value, order), node.right)
                : node.between(node.left, with(node.right, key, value, order));
    }

    /** Returns {@code node} without a key; the same node where nothing changes. */
    static <K, V> @Nullable Node<K, V> without(@Nullable Node<K, V> node, K key, Comparator<? super K> order) {
        if (node == null) {
            return null;
        }
        int side = order.compare(key, node.getKey());
        if (side == 0) {
            return joined(node.left, node.right);
        }
        return side < 0
                ? node.between(without(node.left, key, order), node.right)
                : node.between(node.left, without(node.right, key, order));
    }

    /** Goes through the entries of {@code node} in order. */
    static <K, V> void forEach(@Nullable Node<K, V> node, BiConsumer<? super K, ? super V> action) {
        if (node != null) {
            forEach(node.left, action);
            action.accept(node.getKey(), node.getValue());
            forEach(node.right, action);
        }
    }

    /** Whether an entry of {@code node} has this value. */
    static boolean holds(@Nullable Node<?, ?> node, @Nullable Object value) {
        return node != null
                && (Objects.equals(value, node.getValue()) || holds(node.left, value) || holds(node.right, value));
    }

    /** Returns the entry that has {@code index} entries before it. */
    static <K, V> Node<K, V> at(@Nullable Node<K, V> node, int index) {
        if (node == null) {
            throw new IndexOutOfBoundsException(index);
        }
        int before = size(node.left);
        if (index == before) {
            return node;
        }
        return index < before ? at(node.left, index) : at(node.right, index - before - 1);
    }

    @SuppressWarnings("ReferenceEquality") // nodes are shared, so that the same tree is the same node
    private Node<K, V> between(@Nullable Node<K, V> before, @Nullable Node<K, V> after) {
        return before == left && after == right ? this : balanced(this, before, after);
    }

    private static <K, V> @Nullable Node<K, V> joined(@Nullable Node<K, V> before, @Nullable Node<K, V> after) {
        if (before == null) {
            return after;
        }
        if (after == null) {
            return before;
        }
        return before.size > after.size
                ? balanced(at(before, before.size - 1), withoutLast(before), after)
                : balanced(at(after, 0), before, withoutFirst(after));
    }

    private static <K, V> @Nullable Node<K, V> withoutFirst(Node<K, V> node) {
        return node.left == null ? node.right : balanced(node, withoutFirst(node.left), node.right);
    }

    private static <K, V> @Nullable Node<K, V> withoutLast(Node<K, V> node) {
        return node.right == null ? node.left : balanced(node, node.left, withoutLast(node.right));
    }

    private static <K, V> Node<K, V> balanced(
            Node<K, V> entry, @Nullable Node<K, V> before, @Nullable Node<K, V> after) {
        if (size(before) + size(after) > 1) {
            if (after != null && after.size > BALANCE * size(before)) {
                return turnedLeft(entry, before, after);
            }
            if (before != null && before.size > BALANCE * size(after)) {
                return turnedRight(entry, before, after);
            }
        }
        return of(entry, before, after);
    }

    private static <K, V> Node<K, V> turnedLeft(Node<K, V> entry, @Nullable Node<K, V> before, Node<K, V> after) {
        Node<K, V> inner = after.left;
        return inner == null || inner.size < SINGLE * size(after.right)
                ? of(after, of(entry, before, inner), after.right)
                : of(inner, of(entry, before, inner.left), of(after, inner.right, after.right));
    }

    private static <K, V> Node<K, V> turnedRight(Node<K, V> entry, Node<K, V> before, @Nullable Node<K, V> after) {
        Node<K, V> inner = before.right;
        return inner == null || inner.size < SINGLE * size(before.left)
                ? of(before, before.left, of(entry, inner, after))
                : of(inner, of(before, before.left, inner.left), of(entry, inner.right, after));
    }

    private static <K, V> Node<K, V> of(Node<K, V> entry, @Nullable Node<K, V> before, @Nullable Node<K, V> after) {
        return new Node<>(entry.getKey(), entry.getValue(), before, after);
    }
}
