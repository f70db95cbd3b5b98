// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vfiooracle.engine.operation.Address;

/**
 * Things that are each about a piece of memory, oldest first. It never changes, shares what it can with the list that it was
 * made from, and finds by memory without going through all of it.
 *
 * @param <E> what is in it
 */
public final class MemoryList<E> extends AbstractList<E> {
    private final Function<E, Region.Key> memory;
    private final SharedMap<Long, E> byAge;
    private final SharedMap<Region.Key, SharedMap<Long, E>> byPlace;
    /** Whether no two pieces meet, so that the neighbours of a place are all that can; else all of it is gone through. */
    private final boolean apart;

    private MemoryList(
            Function<E, Region.Key> memory,
            SharedMap<Long, E> byAge,
            SharedMap<Region.Key, SharedMap<Long, E>> byPlace,
            boolean apart) {
        this.memory = memory;
        this.byAge = byAge;
        this.byPlace = byPlace;
        this.apart = apart;
    }

    /** Returns a list of {@code elements}, which {@code memory} tells the memory of. */
    static <E> MemoryList<E> of(List<E> elements, Function<E, Region.Key> memory) {
        MemoryList<E> list = new MemoryList<>(
                memory, SharedMap.in(Comparator.naturalOrder()), SharedMap.in(Comparator.naturalOrder()), true);
        for (E element : elements) {
            list = list.adding(element);
        }
        return list;
    }

    /** Returns this with one more element, the newest. */
    MemoryList<E> adding(E element) {
        Region.Key key = memory.apply(element);
        long age = byAge.isEmpty() ? 0 : byAge.lastKey() + 1;
        boolean stillApart = apart && key.vaddr() instanceof Address.InBuffer && key.size() > 0 && !meets(key);
        return put(key, age, element, stillApart);
    }

    /** Returns this with {@code element} in place of the oldest one about the same memory, or added. */
    MemoryList<E> with(E element) {
        Region.Key key = memory.apply(element);
        SharedMap<Long, E> same = byPlace.get(key);
        return same == null ? adding(element) : put(key, same.firstKey(), element, apart);
    }

    /** Returns this without the oldest element about {@code key}. */
    MemoryList<E> without(Region.Key key) {
        SharedMap<Long, E> same = byPlace.get(key);
        if (same == null) {
            return this;
        }
        SharedMap<Long, E> rest = same.without(same.firstKey());
        return new MemoryList<>(
                memory,
                byAge.without(same.firstKey()),
                rest.isEmpty() ? byPlace.without(key) : byPlace.with(key, rest),
                apart);
    }

    private MemoryList<E> put(Region.Key key, long age, E element, boolean stillApart) {
        SharedMap<Long, E> same = byPlace.get(key);
        SharedMap<Long, E> next = same == null ? SharedMap.in(Comparator.naturalOrder()) : same;
        return new MemoryList<>(
                memory, byAge.with(age, element), byPlace.with(key, next.with(age, element)), stillApart);
    }

    /** Returns the oldest element about exactly this memory. */
    public Optional<E> find(Region.Key key) {
        SharedMap<Long, E> same = byPlace.get(key);
        return same == null ? Optional.empty() : Optional.ofNullable(same.get(same.firstKey()));
    }

    /** Whether an element is about memory that overlaps {@code key} without being the same. */
    public boolean meets(Region.Key key) {
        if (!apart) {
            return byPlace.keySet().stream().anyMatch(other -> meet(other, key));
        }
        Iterator<Map.Entry<Region.Key, SharedMap<Long, E>>> nearest = byPlace.around(key);
        for (int looked = 0; looked < 2 && nearest.hasNext(); looked++) {
            if (meet(nearest.next().getKey(), key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meet(Region.Key one, Region.Key other) {
        return !one.equals(other) && one.overlaps(other);
    }

    /** Returns the oldest element whose memory holds {@code length} bytes from {@code address}. */
    public Optional<E> holding(Address address, long length) {
        if (!apart) {
            return byAge.values().stream()
                    .filter(e -> memory.apply(e).holds(address, length))
                    .findFirst();
        }
        Iterator<Map.Entry<Region.Key, SharedMap<Long, E>>> nearest =
                byPlace.around(new Region.Key(address, Long.MAX_VALUE));
        return nearest.hasNext()
                ? Optional.of(nearest.next().getKey())
                        .filter(key -> key.holds(address, length))
                        .flatMap(this::find)
                : Optional.empty();
    }

    @Override
    public E get(int index) {
        return byAge.list().get(index);
    }

    @Override
    public int size() {
        return byAge.size();
    }

    @Override
    public Iterator<E> iterator() {
        return byAge.values().iterator();
    }
}
