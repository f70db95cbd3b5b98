// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes. One with an entry more or less shares all but a few nodes with it, so that a state costs
 * what distinguishes it from the one before.
 */
final class SharedMap<K, V> extends AbstractMap<K, V> implements SortedMap<K, V> {
    private final Comparator<? super K> order;
    private final @Nullable Node<K, V> root;

    private SharedMap(Comparator<? super K> order, @Nullable Node<K, V> root) {
        this.order = order;
        this.root = root;
    }

    /** Returns a map without entries. */
    static <K, V> SharedMap<K, V> in(Comparator<? super K> order) {
        return new SharedMap<>(order, null);
    }

    /** Returns a map with the entries of {@code map}, in natural order: the same one where it is such a map already. */
    static <K extends Comparable<K>, V> SharedMap<K, V> of(Map<K, V> map) {
        if (map instanceof SharedMap<K, V> shared) {
            return shared;
        }
        SharedMap<K, V> copy = in(Comparator.naturalOrder());
        for (Map.Entry<K, V> entry : map.entrySet()) {
            copy = copy.with(entry.getKey(), entry.getValue());
        }
        return copy;
    }

    /** Returns this with another value for a key; the same map where it has that value already. */
    SharedMap<K, V> with(K key, V value) {
        return over(Node.with(root, key, value, order));
    }

    /** Returns this without a key; the same map where it does not have it. */
    SharedMap<K, V> without(K key) {
        return over(Node.without(root, key, order));
    }

    @SuppressWarnings("ReferenceEquality") // nodes are shared, so that the same tree is the same node
    private SharedMap<K, V> over(@Nullable Node<K, V> next) {
        return next == root ? this : new SharedMap<>(order, next);
    }

    /** Goes through the entries from the last one that is not after {@code key}, or else from the first one. */
    Iterator<Map.Entry<K, V>> around(K key) {
        return NodeIterator.around(root, key, order);
    }

    /** The values in order, as a list. */
    List<V> list() {
        return new AbstractList<>() {
            @Override
            public V get(int index) {
                return Node.at(root, index).getValue();
            }

            @Override
            public int size() {
                return Node.size(root);
            }

            @Override
            public Iterator<V> iterator() {
                return values().iterator();
            }
        };
    }

    @Override
    @SuppressWarnings("unchecked") // as with every sorted map, a key of another type is a mistake of the caller
    public @Nullable V get(@Nullable Object key) {
        // Most keys are names. Comparing those where the compiler sees what they are takes half the time.
        if (key instanceof String name) {
            return named(name);
        }
        Node<K, V> node = root;
        while (node != null) {
            int side = order.compare((K) key, node.getKey());
            if (side == 0) {
                return node.getValue();
            }
            node = side < 0 ? node.left : node.right;
        }
        return null;
    }

    /** The value of a name; names are always in natural order. */
    private @Nullable V named(String name) {
        Node<K, V> node = root;
        while (node != null) {
            int side = name.compareTo((String) node.getKey());
            if (side == 0) {
                return node.getValue();
            }
            node = side < 0 ? node.left : node.right;
        }
        return null;
    }

    /** Goes through the entries in order, without making anything. */
    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Node.forEach(root, action);
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return Node.holds(root, value);
    }

    /** Returns how many keys come before this one; -1 where it is none. */
    int ordinal(K key) {
        int before = 0;
        Node<K, V> node = root;
        while (node != null) {
            int side = order.compare(key, node.getKey());
            if (side == 0) {
                return before + Node.size(node.left);
            }
            before += side < 0 ? 0 : Node.size(node.left) + 1;
            node = side < 0 ? node.left : node.right;
        }
        return -1;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return Node.size(root);
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return NodeIterator.all(root);
            }

            @Override
            public int size() {
                return Node.size(root);
            }
        };
    }

    @Override
    public Comparator<? super K> comparator() {
        return order;
    }

    @Override
    public K firstKey() {
        return key(0);
    }

    @Override
    public K lastKey() {
        return key(size() - 1);
    }

    private K key(int index) {
        if (root == null) {
            throw new NoSuchElementException();
        }
        return Node.at(root, index).getKey();
    }

    @Override
    public SortedMap<K, V> subMap(K from, K to) {
        return new TreeMap<>(this).subMap(from, to);
    }

    @Override
    public SortedMap<K, V> headMap(K to) {
        return new TreeMap<>(this).headMap(to);
    }

    @Override
    public SortedMap<K, V> tailMap(K from) {
        return new TreeMap<>(this).tailMap(from);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // what is shared need not be compared
    public boolean equals(@Nullable Object other) {
        return other instanceof SharedMap<?, ?> shared && shared.root == root || super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
