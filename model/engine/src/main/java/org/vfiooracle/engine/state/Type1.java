// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.List;
import java.util.Optional;

/**
 * A container of the Type1 driver of x86. Its mappings belong to the container, and all its groups see them.
 *
 * @param type the number that SET_IOMMU was given: 1, 3 or 6
 * @param mappings what is mapped, in order of bus address
 */
public record Type1(int type, Mappings mappings) implements Iommu {
    private static final int FIRST_VERSION = 1;

    /** Makes an instance with these mappings. */
    public Type1(int type, List<Mapping> mappings) {
        this(type, Mappings.of(mappings));
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
        return mappings.meeting(iova, size);
    }

    /** Returns the mapping that an address lies in. */
    public Optional<Mapping> at(long iova) {
        return meeting(iova, 1).stream().findFirst();
    }

    /** Returns this with {@code mapping} in place of the one with the same first address, or added. */
    public Type1 with(Mapping mapping) {
        return new Type1(type, mappings.with(mapping));
    }

    /** Returns this without {@code mapping}. */
    public Type1 without(Mapping mapping) {
        return new Type1(type, mappings.without(mapping));
    }
}
