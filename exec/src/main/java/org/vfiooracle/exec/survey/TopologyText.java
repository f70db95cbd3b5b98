// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.contract.codec.PlainLine;

/** A real computer as the file of a topology. */
public final class TopologyText {
    private static final int LETTERS = 26;

    private final Survey survey;
    private final List<String> roots;
    private final Map<Integer, List<FoundDevice>> groups = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    private TopologyText(Survey survey) {
        this.survey = survey;
        List<FoundDevice> passable =
                survey.devices().stream().filter(FoundDevice::passable).toList();
        this.roots =
                passable.stream().map(FoundDevice::root).distinct().sorted().toList();
        passable.stream().sorted(Comparator.comparing(FoundDevice::address)).forEach(device -> groups.computeIfAbsent(
                        device.group().orElseThrow(), number -> new ArrayList<>())
                .add(device));
    }

    /**
     * Returns the file.
     *
     * @param survey with the memory of the computer
     * @param name of the topology
     */
    public static String of(Survey survey, String name) {
        return new TopologyText(survey).text(name);
    }

    /** Returns what is in it, in a line. */
    public static String summary(Survey survey) {
        TopologyText text = new TopologyText(survey);
        long devices = text.groups.values().stream().mapToLong(List::size).sum();
        return count(text.groups.size(), "group") + ", " + count(devices, "device") + ", "
                + count(text.roots.size(), "PHB") + "; left out: " + count(survey.bridges(), "bridge") + ", "
                + count(survey.alone(), "device") + " in no IOMMU group";
    }

    private String text(String name) {
        lines.add("# A real computer, as oracle topology found it. Source: " + survey.source());
        lines.add("# " + summary(survey));
        survey.gaps().forEach(gap -> lines.add("# not known: " + gap));
        lines.add("topology: '" + name + "'");
        lines.add("# " + survey.ramFrom());
        lines.add("ram: '" + Hex.of(survey.ram().orElseThrow()) + "'");
        lines.add("groups:");
        int ordinal = 0;
        for (Map.Entry<Integer, List<FoundDevice>> group : groups.entrySet()) {
            group(alias(ordinal), group.getKey(), group.getValue());
            ordinal++;
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(PlainLine.of(line.replace('\n', ' '))).append('\n'));
        return text.toString();
    }

    private void group(String alias, int number, List<FoundDevice> devices) {
        String root = devices.get(0).root();
        // In quotes: "N", "Y", "NO" and "ON" are truth values to some readers of YAML.
        lines.add("  - alias: '" + alias + "'");
        lines.add("    # IOMMU group " + number + ", below " + root);
        lines.add("    number: " + number);
        lines.add("    phb: " + roots.indexOf(root));
        lines.add("    devices:");
        devices.forEach(this::device);
    }

    private void device(FoundDevice device) {
        lines.add("      - address: '" + device.address() + "'");
        lines.add("        model: '" + device.ids().words() + "'");
        lines.add("        # " + device.resetFrom());
        lines.add("        reset: " + device.reset().name().toLowerCase(Locale.ROOT));
    }

    /** A, B, ... Z, AA, AB. */
    private static String alias(int ordinal) {
        String last = String.valueOf((char) ('A' + ordinal % LETTERS));
        return ordinal < LETTERS ? last : alias(ordinal / LETTERS - 1) + last;
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
