// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A container of the Type1 driver of x86. Its mappings belong to the container, and all its groups see them.
 *
 * @param type the number that SET_IOMMU was given: 1, 3 or 6
 * @param mappings what is mapped, in order of bus address
 */
public record Type1(int type, List<Mapping> mappings) implements Iommu {
    private static final int FIRST_VERSION = 1;

    public Type1 {
        mappings = List.copyOf(mappings);
    }

    /** Returns a fresh instance. */
    public static Type1 open(int type) {
        return new Type1(type, List.of());
    }

    @Override
    public String typeName() {
        return second() ? "type1v2" : "type1";
    }

    /** Whether an UNMAP must not cut a mapping in two. */
    public boolean second() {
        return type != FIRST_VERSION;
    }

    /** Returns the mappings that have an address in common with {@code size} bytes from {@code iova}. */
    public List<Mapping> meeting(long iova, long size) {
        return mappings.stream().filter(m -> m.meets(iova, size)).toList();
    }

    /** Returns the mapping that an address lies in. */
    public Optional<Mapping> at(long iova) {
        return meeting(iova, 1).stream().findFirst();
    }

    /** Returns this with {@code mapping} in place of the one with the same first address, or added. */
    public Type1 with(Mapping mapping) {
        List<Mapping> next = new ArrayList<>(mappings);
        next.removeIf(m -> m.iova() == mapping.iova());
        next.add(mapping);
        next.sort(Comparator.comparing(Mapping::iova, Long::compareUnsigned));
        return new Type1(type, next);
    }

    /** Returns this without {@code mapping}. */
    public Type1 without(Mapping mapping) {
        List<Mapping> next = new ArrayList<>(mappings);
        next.remove(mapping);
        return new Type1(type, next);
    }
}
