// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A VFIO container; it lives while its descriptor is open or a group is in it.
 *
 * @param name the handle it was opened as
 * @param open whether its descriptor is open
 * @param groups aliases of the groups in it, newest first
 * @param iommu the driver it has chosen, if any
 */
public record Container(String name, boolean open, List<String> groups, Optional<Iommu> iommu) {
    public Container {
        groups = List.copyOf(groups);
    }

    /** Returns a container that was just opened. */
    public static Container open(String name) {
        return new Container(name, true, List.of(), Optional.empty());
    }

    /** Returns this with {@code group} as the newest of its groups. */
    public Container with(String group) {
        List<String> next = new ArrayList<>(groups);
        next.add(0, group);
        return new Container(name, open, next, iommu);
    }

    /** Returns this without {@code group}. */
    public Container without(String group) {
        List<String> next = new ArrayList<>(groups);
        next.remove(group);
        return new Container(name, open, next, iommu);
    }

    /** Returns this with another driver state. */
    public Container with(Iommu next) {
        return iommu.orElse(null) == next ? this : new Container(name, open, groups, Optional.of(next));
    }

    /** Returns this without a driver. */
    public Container withoutIommu() {
        return new Container(name, open, groups, Optional.empty());
    }

    /** Returns this with its descriptor closed. */
    public Container closed() {
        return new Container(name, false, groups, iommu);
    }
}
