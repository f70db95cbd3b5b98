// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vfiooracle.corpus.explain.MappingLine;
import org.vfiooracle.corpus.explain.TranslationLine;
import org.vfiooracle.corpus.explain.WindowLine;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Iommu;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.exec.host.HostNames;
import org.vfiooracle.exec.memory.AddressLabels;

/** The picture for a terminal: containers with their groups, registered memory, windows and mappings. */
public final class StateText {
    /** How many mappings are told one by one: a terminal has so many lines. */
    private static final int MOST = 12;

    private final State state;
    private final HostNames names;
    private final AddressLabels labels;

    /**
     * Prepares to draw.
     *
     * @param names what the program calls the devices
     * @param labels what addresses are called
     */
    public StateText(State state, HostNames names, AddressLabels labels) {
        this.state = state;
        this.names = names;
        this.labels = labels;
    }

    /** The lines of the picture. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        state.containers().values().forEach(container -> box(container, lines));
        if (state.containers().isEmpty()) {
            lines.add("no open container");
        }
        String free = state.groups().values().stream()
                .filter(group -> group.container().isEmpty())
                .map(group -> group.alias() + " (" + names.number(group.alias()) + ")")
                .collect(Collectors.joining(", "));
        if (!free.isEmpty()) {
            lines.add("not in a container: group " + free);
        }
        return lines;
    }

    private void box(Container container, List<String> lines) {
        List<String> inside = new ArrayList<>();
        container.groups().forEach(alias -> inside.add(group(alias)));
        container.iommu().filter(Spapr.class::isInstance).map(Spapr.class::cast).ifPresent(spapr -> {
            registered(spapr, inside);
            if (spapr.defaultPending()) {
                inside.add("the default window is not created yet");
            }
        });
        container
                .iommu()
                .filter(Type1.class::isInstance)
                .map(Type1.class::cast)
                .ifPresent(type1 -> mapped(type1, inside));
        WindowLine.of(state).stream()
                .filter(line -> line.container().equals(container.name()))
                .forEach(line ->
                        inside.add(line.text().substring(container.name().length() + 1)));
        inside.replaceAll(labels::shown);
        String title = "-- " + container.name() + ": "
                + container.iommu().map(Iommu::typeName).orElse("no IOMMU type")
                + (container.open() ? " " : ", its descriptor is closed ");
        int width = Math.max(
                title.length(), inside.stream().mapToInt(String::length).max().orElse(0) + 2);
        lines.add("+" + title + "-".repeat(width - title.length()) + "+");
        inside.forEach(line -> lines.add("| " + line + " ".repeat(width - 2 - line.length()) + " |"));
        lines.add("+" + "-".repeat(width) + "+");
    }

    private void registered(Spapr spapr, List<String> inside) {
        List<Region.Key> keys = spapr.regions().stream().distinct().toList();
        keys.stream()
                .limit(MOST)
                .forEach(key -> inside.add("memory " + key.vaddr() + ", " + size(key.size()) + mapped(key)));
        if (keys.size() > MOST) {
            List<Region.Key> others = keys.subList(MOST, keys.size());
            long bytes = others.stream().mapToLong(Region.Key::size).sum();
            long tces = others.stream()
                    .mapToLong(key -> state.region(key).map(Region::mapped).orElse(0L))
                    .sum();
            inside.add("and " + others.size() + " more, " + size(bytes)
                    + pointing(tces).replace(" to it", " to them"));
        }
    }

    private static void mapped(Type1 type1, List<String> inside) {
        List<Mapping> mappings = type1.mappings();
        inside.add(TranslationLine.text(type1));
        mappings.stream().limit(MOST).forEach(mapping -> inside.add("  " + new MappingLine(mapping).text()));
        if (mappings.size() > MOST) {
            inside.add("  and " + (mappings.size() - MOST) + " more");
        }
    }

    private String group(String alias) {
        Group group = state.topology().group(alias).orElseThrow();
        String devices = names.devices().stream()
                .filter(device -> device.alias().startsWith(alias + "."))
                .map(HostNames.Named::address)
                .collect(Collectors.joining(" "));
        return "group " + alias + " (" + names.number(alias) + "), PHB " + group.phb() + ", " + devices;
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "0x%x bytes registered", bytes);
    }

    private String mapped(Region.Key key) {
        return pointing(state.region(key).map(Region::mapped).orElse(0L));
    }

    private static String pointing(long tces) {
        return tces == 0 ? "" : tces == 1 ? ", 1 TCE points to it" : ", " + tces + " TCEs point to it";
    }
}
