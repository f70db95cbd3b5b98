// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.alphabet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.engine.operation.HandleKind;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Window;

/**
 * What of a state decides which calls an alphabet has in it.
 *
 * @param callers the living processes
 * @param openable groups that can be opened
 * @param names of the living containers, which a new one may not bear
 * @param groups how many groups are open
 * @param devices how many devices are open
 * @param children how many processes were made
 */
record Shape(List<Caller> callers, List<String> openable, List<String> names, int groups, int devices, int children) {
    /**
     * A process.
     *
     * @param name its name; empty for the first
     * @param open its descriptors, in order
     */
    record Caller(String name, List<Open> open) {
        /** How many descriptors stand for a file that another one stands for, too. */
        int copies() {
            Set<String> files = new HashSet<>();
            open.forEach(one -> files.add(one.file()));
            return open.size() - files.size();
        }

        /** The names of the descriptors of one kind. */
        List<String> of(HandleKind kind) {
            return open.stream()
                    .filter(one -> one.kind() == kind)
                    .map(Open::name)
                    .toList();
        }
    }

    /**
     * An open descriptor.
     *
     * @param name its handle
     * @param kind what it stands for
     * @param file tells the open file from others
     * @param group alias of its group; empty for a container
     * @param windows the windows of its container, without what is in them
     */
    record Open(String name, HandleKind kind, String file, String group, List<Window> windows) {
        Optional<Window> window(int number) {
            return windows.stream().filter(window -> window.number() == number).findFirst();
        }

        /** Of the windows only how many there are: most shapes that have so much in common are the same. */
        @Override
        public int hashCode() {
            return 31 * (31 * name.hashCode() + file.hashCode()) + windows.size();
        }
    }

    /** The names that something has. */
    Set<String> taken() {
        Set<String> taken = new HashSet<>(names);
        callers.forEach(caller -> caller.open().forEach(one -> taken.add(one.name())));
        return taken;
    }

    /** How many containers live. */
    int containers() {
        return names.size();
    }

    static Shape of(State state, List<String> openable) {
        List<Caller> callers = new ArrayList<>();
        callers.add(caller("", state));
        state.others().forEach((name, kin) -> {
            if (kin.process().alive()) {
                callers.add(caller(name, state.as(name)));
            }
        });
        int groups = 0;
        int devices = 0;
        for (var group : state.groups().values()) {
            groups += group.open() ? 1 : 0;
            devices += group.devices();
        }
        return new Shape(
                callers,
                List.copyOf(openable),
                List.copyOf(state.containers().keySet()),
                groups,
                devices,
                state.others().size());
    }

    private static Caller caller(String name, State state) {
        List<Open> open = new ArrayList<>();
        state.handles().forEach((handle, what) -> open.add(open(handle, what, state)));
        return new Caller(name, open);
    }

    private static Open open(String handle, Handle what, State state) {
        if (what instanceof Handle.ContainerFd fd) {
            return new Open(
                    handle, HandleKind.CONTAINER, "c " + fd.container(), "", windows(state.container(fd.container())));
        }
        if (what instanceof Handle.GroupFd fd) {
            return new Open(handle, HandleKind.GROUP, "g " + fd.group(), fd.group(), List.of());
        }
        Handle.DeviceFd fd = (Handle.DeviceFd) what;
        List<Window> windows = state.group(fd.group())
                .container()
                .map(container -> windows(state.container(container)))
                .orElse(List.of());
        return new Open(handle, HandleKind.DEVICE, "d " + fd.file(), fd.group(), windows);
    }

    private static List<Window> windows(Container container) {
        if (!(container.iommu().orElse(null) instanceof Spapr spapr)) {
            return List.of();
        }
        return spapr.windows().values().stream()
                .map(window -> new Window(
                        window.number(),
                        window.start(),
                        window.size(),
                        window.pageShift(),
                        0,
                        0,
                        false,
                        false,
                        org.vfiooracle.engine.state.Tces.NONE))
                .toList();
    }
}
