// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.programs.guest.GuestBridge;
import org.vfiooracle.programs.guest.GuestEvent;
import org.vfiooracle.programs.guest.TceTable;
import org.vfiooracle.programs.vmm.Dialogue;

/** Follows the address space of a bridge: makes and removes in containers what the guest makes and removes. */
final class Listener {
    private static final long READ = 1;
    private static final long WRITE = 2;

    private final QemuEra era;
    private final Dialogue kernel;

    Listener(QemuEra era, Dialogue kernel) {
        this.era = era;
        this.kernel = kernel;
    }

    /** Returns QEMU after its containers have been told of events. */
    QemuState told(QemuState qemu, List<GuestEvent> events) {
        QemuState next = qemu;
        for (GuestEvent event : events) {
            next = told(next, event);
        }
        return next;
    }

    private QemuState told(QemuState qemu, GuestEvent event) {
        QemuState next = qemu;
        int bridge = event.bridge();
        if (event instanceof GuestEvent.WindowAdded added) {
            List<HostContainer> told = broadcast(qemu, bridge, qemu.listeners(bridge));
            for (HostContainer container : qemu.listeners(bridge)) {
                Optional<HostContainer> done = told.contains(container)
                        ? added(next, container, added.table())
                        : Optional.of(believed(container, added.table()));
                next = next.with(bridge, done.orElseThrow(() -> new Aborted(QemuRules.WINDOW_ABORT)));
            }
        } else if (event instanceof GuestEvent.WindowRemoved removed) {
            for (HostContainer container : broadcast(qemu, bridge, qemu.containers(bridge))) {
                next = next.with(bridge, removed(container, removed.table(), true));
            }
        } else if (event instanceof GuestEvent.Entry entry) {
            for (HostContainer container : broadcast(qemu, bridge, qemu.containers(bridge))) {
                if (container.notified().contains(entry.table().liobn())) {
                    written(qemu, container, entry);
                }
            }
        }
        return next;
    }

    /** All of these, or with the bug of the first version of the series the newest alone. */
    private List<HostContainer> broadcast(QemuState qemu, int bridge, List<HostContainer> all) {
        boolean one = era.has(QemuBug.FIRST_CONTAINER_ONLY) && era.windows() == QemuEra.Windows.GUEST && !all.isEmpty();
        return one ? qemu.containers(bridge).subList(0, 1) : all;
    }

    /** The container as if it had the window, which it was never told of. */
    private static HostContainer believed(HostContainer container, TceTable window) {
        long last = window.start() + window.size() - 1;
        HostContainer with =
                container.dynamic() ? container.with(new HostContainer.HostWindow(window.start(), last)) : container;
        return with.following(window.liobn());
    }

    /** Makes in a new container what the guest has; empty when it could not. */
    Optional<HostContainer> caughtUp(QemuState qemu, HostContainer container, GuestBridge bridge) {
        HostContainer next = container;
        for (TceTable window : bridge.visible()) {
            Optional<HostContainer> done = added(qemu, next, window);
            if (done.isEmpty()) {
                return done;
            }
            next = done.get();
        }
        return Optional.of(next);
    }

    /** Returns the container with the window; empty when it cannot have it. */
    private Optional<HostContainer> added(QemuState qemu, HostContainer container, TceTable window) {
        long last = window.start() + window.size() - 1;
        HostContainer next = container;
        if (container.dynamic() && era.windows() == QemuEra.Windows.GUEST) {
            if (container.windows().stream().anyMatch(host -> host.overlaps(window.start(), last))) {
                return Optional.empty();
            }
            if (new WindowMaker(era, kernel).make(container, window).isEmpty()) {
                return Optional.empty();
            }
            next = next.with(new HostContainer.HostWindow(window.start(), last));
        } else if (checksHost(container)
                && container.windows().stream().noneMatch(host -> host.holds(window.start(), last))) {
            return Optional.empty();
        }
        next = next.following(window.liobn());
        if (!era.has(QemuBug.NO_REPLAY)) {
            replay(qemu, next, window);
        }
        return Optional.of(next);
    }

    private boolean checksHost(HostContainer container) {
        return !container.dynamic() && !era.has(QemuBug.NO_HOST_WINDOW_CHECK);
    }

    private void replay(QemuState qemu, HostContainer container, TceTable window) {
        long start = era.has(QemuBug.REPLAY_WITHOUT_START) ? 0 : window.start();
        for (Map.Entry<Long, Long> tce : window.tces().entrySet()) {
            long ioba = start + (tce.getKey() << window.pageShift());
            GuestEvent.Entry entry = new GuestEvent.Entry(0, window, ioba, tce.getValue());
            if (entry.maps()) {
                written(qemu, container, entry);
            }
        }
    }

    /**
     * Returns the container without the window; what the kernel answers is only reported.
     *
     * @param was whether it has to have been there, or QEMU ends
     */
    HostContainer removed(HostContainer container, TceTable window, boolean was) {
        HostContainer next = container.notFollowing(window.liobn());
        kernel.ask(new Operation.UnmapDma(container.fd(), 24, 0, window.start(), window.size()));
        if (!container.dynamic() || era.windows() != QemuEra.Windows.GUEST) {
            return next;
        }
        Operation remove = new Operation.TceRemove(container.fd(), 16, 0, window.start());
        kernel.ask(remove);
        if (era.has(QemuBug.REMOVES_WINDOW_TWICE)) {
            kernel.ask(remove);
        }
        if (was && container.windows().stream().noneMatch(host -> host.start() == window.start())) {
            throw new Aborted(QemuRules.MISSING_WINDOW);
        }
        return next.without(window.start());
    }

    /** The guest is never told what becomes of its entry. */
    private void written(QemuState qemu, HostContainer container, GuestEvent.Entry entry) {
        Operation unmap = new Operation.UnmapDma(container.fd(), 24, 0, entry.ioba(), entry.size());
        Optional<Section> ram = qemu.memory().stream()
                .filter(section -> section.holds(entry.address()))
                .findFirst();
        if (!entry.maps() && !(ram.isEmpty() && era.has(QemuBug.UNMAP_NEEDS_MEMORY))) {
            kernel.ask(unmap);
            return;
        }
        if (ram.isEmpty()) {
            return;
        }
        long flags = entry.writable() && !ram.get().readOnly() ? READ | WRITE : READ;
        Operation map = new Operation.MapDma(
                container.fd(), 32, flags, ram.get().at(entry.address()), entry.ioba(), entry.size());
        if (kernel.ask(map).answer().equals(Answer.of(Errno.EBUSY)) && kernel.succeeds(unmap)) {
            kernel.ask(map);
        }
    }
}
