// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A container of the sPAPR TCE driver.
 *
 * @param version 1 or 2
 * @param owner the process that it belongs to, since the first ENABLE, REGISTER, CREATE or REMOVE; empty before
 * @param enabled v1: ENABLE was done; v2: some memory was registered once
 * @param enabledPages what ENABLE accounted, in host pages
 * @param defaultPending the default window is still to be made, by the first call that needs it
 * @param attached aliases of the attached groups, newest first
 * @param windows the windows, by slot
 * @param regions memory registered through this container, oldest first
 */
public record Spapr(
        int version,
        Optional<String> owner,
        boolean enabled,
        long enabledPages,
        boolean defaultPending,
        List<String> attached,
        SortedMap<Integer, Window> windows,
        MemoryList<Region.Key> regions)
        implements Iommu {
    public Spapr {
        attached = List.copyOf(attached);
        windows = SharedMap.of(windows);
    }

    /** Makes an instance out of any list of registered memory. */
    public Spapr(
            int version,
            Optional<String> owner,
            boolean enabled,
            long enabledPages,
            boolean defaultPending,
            List<String> attached,
            SortedMap<Integer, Window> windows,
            List<Region.Key> regions) {
        this(
                version,
                owner,
                enabled,
                enabledPages,
                defaultPending,
                attached,
                windows,
                MemoryList.of(regions, UnaryOperator.identity()));
    }

    /** Returns a fresh instance without groups. */
    public static Spapr open(int version) {
        return new Spapr(version, Optional.empty(), false, 0, false, List.of(), new TreeMap<>(), List.of());
    }

    @Override
    public String typeName() {
        return "spapr-tce-v" + version;
    }

    /** Returns the window that {@code iova} lies in. */
    public Optional<Window> windowAt(long iova) {
        for (Window window : windows.values()) {
            if (window.contains(iova)) {
                return Optional.of(window);
            }
        }
        return Optional.empty();
    }

    /** Returns this bound to a process, unless it is bound already. */
    public Spapr bind(String process) {
        Optional<String> bound = Optional.of(process);
        return owner.isPresent()
                ? this
                : new Spapr(version, bound, enabled, enabledPages, defaultPending, attached, windows, regions);
    }

    /** Returns this enabled or not, with {@code pages} accounted for it. */
    public Spapr enabling(boolean on, long pages) {
        return on == enabled && pages == enabledPages
                ? this
                : new Spapr(version, owner, on, pages, defaultPending, attached, windows, regions);
    }

    /** Returns this with the default window pending or not. */
    public Spapr pending(boolean yes) {
        return new Spapr(version, owner, enabled, enabledPages, yes, attached, windows, regions);
    }

    /** Returns this with {@code group} as the newest of its groups. */
    public Spapr attach(String group) {
        List<String> next = new ArrayList<>(attached);
        next.add(0, group);
        return new Spapr(version, owner, enabled, enabledPages, defaultPending, next, windows, regions);
    }

    /** Returns this without {@code group}. */
    public Spapr detach(String group) {
        List<String> next = new ArrayList<>(attached);
        next.remove(group);
        return new Spapr(version, owner, enabled, enabledPages, defaultPending, next, windows, regions);
    }

    /** Returns this with {@code window} in its slot. */
    public Spapr with(Window window) {
        SortedMap<Integer, Window> next = SharedMap.of(windows).with(window.number(), window);
        return new Spapr(version, owner, enabled, enabledPages, defaultPending, attached, next, regions);
    }

    /** Returns this with slot {@code number} free. */
    public Spapr withoutWindow(int number) {
        SortedMap<Integer, Window> next = SharedMap.of(windows).without(number);
        return new Spapr(version, owner, enabled, enabledPages, defaultPending, attached, next, regions);
    }

    /** Returns this with {@code key} registered, too. */
    public Spapr register(Region.Key key) {
        MemoryList<Region.Key> next = regions.adding(key);
        return new Spapr(version, owner, enabled, enabledPages, defaultPending, attached, windows, next);
    }

    /** Returns this without one registration of {@code key}. */
    public Spapr unregister(Region.Key key) {
        MemoryList<Region.Key> next = regions.without(key);
        return new Spapr(version, owner, enabled, enabledPages, defaultPending, attached, windows, next);
    }
}
