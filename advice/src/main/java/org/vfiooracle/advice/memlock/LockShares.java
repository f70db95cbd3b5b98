// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.memlock;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.engine.state.Window;

/** Tells what the locked memory of a state is for. */
final class LockShares {
    private static final int TCE_BYTES = 8;

    private final Profile profile;
    private final State state;
    private final List<LockShare> shares = new ArrayList<>();

    private LockShares(Profile profile, State state) {
        this.profile = profile;
        this.state = state;
    }

    static List<LockShare> of(Profile profile, State state) {
        LockShares all = new LockShares(profile, state);
        state.regions()
                .forEach(region -> all.add(
                        "memory, registered: " + ByteText.about(region.key().size()),
                        all.pages(region.key().size())));
        state.containers().values().forEach(all::container);
        long told = all.shares.stream().mapToLong(LockShare::pages).sum();
        all.add("counted by the kernel and given back too late or never", all.locked() - told);
        return all.shares;
    }

    private long locked() {
        return state.process().lockedPages();
    }

    private void container(Container container) {
        if (container.iommu().orElse(null) instanceof Type1 type1) {
            long mapped = type1.mappings().stream()
                    .mapToLong(mapping -> pages(mapping.size()))
                    .sum();
            add(container.name() + ": memory, mapped", mapped);
        } else if (container.iommu().orElse(null) instanceof Spapr spapr) {
            add(container.name() + ": VFIO_IOMMU_ENABLE, for all that the window can map", spapr.enabledPages());
            spapr.windows().values().forEach(window -> window(container.name(), window));
        }
    }

    private void window(String container, Window window) {
        String which =
                container + ": window " + window.number() + " (" + ByteText.about(window.size()) + " in pages of "
                        + ByteText.size(window.pageSize()) + (window.ofGroup() ? ", from boot time" : "") + "), ";
        long shadow = window.shadow() ? Math.min(window.lockedPages(), pages(entries(window) * TCE_BYTES)) : 0;
        add(which + "table", window.lockedPages() - shadow);
        add(which + "shadow of user addresses", shadow);
    }

    private static long entries(Window window) {
        return window.size() >>> window.pageShift();
    }

    private long pages(long bytes) {
        return (bytes + profile.pageSize() - 1) / profile.pageSize();
    }

    private void add(String what, long pages) {
        if (pages > 0) {
            shares.add(new LockShare(what, pages));
        }
    }
}
