// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.exec.host.Bar;
import org.vfiooracle.exec.host.PciIds;

/** What lspci prints of one device: its first line, and the lines below it. */
final class LspciDevice {
    private static final String SLOT = "((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[01][0-9a-f]\\.[0-7])";
    private static final Pattern HEAD = Pattern.compile(SLOT + " (.+)");
    private static final Pattern MACHINE_HEAD = Pattern.compile("(?:Slot|Device):\t" + SLOT);
    private static final Pattern FIELD = Pattern.compile("(Class|Vendor|Device|ProgIf|IOMMUGroup):\t(.*)");
    private static final Pattern CODE = Pattern.compile("(?:.*\\[)?([0-9a-f]{4})(?:\\])?");
    private static final Pattern CLASS = Pattern.compile("(?:.*?\\[([0-9a-f]{4})\\]|([0-9a-f]{4})): .*");
    private static final Pattern IDS = Pattern.compile(".*(?:\\[| )([0-9a-f]{4}):([0-9a-f]{4})\\]?(?: \\(.*)?");
    private static final Pattern INTERFACE = Pattern.compile(".*\\(prog-if ([0-9a-f]{2})(?: .*)?\\).*");
    private static final Pattern GROUP = Pattern.compile("\t.*IOMMU group:? ([0-9]{1,9})(?:,.*)?");
    private static final Pattern SECONDARY = Pattern.compile("\tBus: .*secondary=([0-9a-f]{2}),.*");
    private static final List<Bar> ASSUMED = List.of(new Bar(0x1000, Bar.Kind.MEMORY));
    private static final int BASE = 16;
    private static final int BYTE = 8;

    private final String where;
    private final String address;
    private final Map<String, String> fields = new HashMap<>();
    private final LspciRegions regions = new LspciRegions();
    private final List<String> below = new ArrayList<>();

    private LspciDevice(String where, String slot) {
        this.where = where;
        this.address = slot.length() > "00:00.0".length() ? slot : "0000:" + slot;
    }

    /** Returns the devices in a text, in its order. */
    static List<LspciDevice> listed(String text, String label) {
        List<LspciDevice> devices = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher head = HEAD.matcher(line);
            Matcher machine = MACHINE_HEAD.matcher(line);
            if (head.matches() || machine.matches()) {
                devices.add(
                        new LspciDevice(label + ":" + number, machine.matches() ? machine.group(1) : head.group(1)));
            }
            if (head.matches()) {
                devices.get(devices.size() - 1).head(head.group(2));
            } else if (!devices.isEmpty() && !machine.matches()) {
                devices.get(devices.size() - 1).below(line);
            }
        }
        return devices;
    }

    private void head(String line) {
        match(CLASS, line)
                .ifPresent(found -> fields.put("Class", found.group(1) == null ? found.group(2) : found.group(1)));
        match(IDS, line).ifPresent(found -> {
            fields.put("Vendor", found.group(1));
            fields.put("Device", found.group(2));
        });
        match(INTERFACE, line).ifPresent(found -> fields.put("ProgIf", found.group(1)));
    }

    private void below(String line) {
        below.add(line);
        regions.add(line);
        match(FIELD, line).ifPresent(found -> fields.put(found.group(1), found.group(2)));
        match(GROUP, line).ifPresent(found -> fields.put("IOMMUGroup", found.group(1)));
    }

    /** The file and line where it begins. */
    String where() {
        return where;
    }

    /** Where it is, with its domain. */
    String address() {
        return address;
    }

    /** Whether its capabilities are shown. */
    boolean capable() {
        return below.stream().anyMatch(line -> line.startsWith("\tCapabilities: ["));
    }

    /** Whether a region of it is shown. */
    boolean sized() {
        return regions.any();
    }

    /** The bus behind it, with its domain, if it is a bridge. */
    Optional<String> secondary() {
        return below.stream()
                .flatMap(line -> match(SECONDARY, line).stream())
                .map(found -> domain() + ":" + found.group(1))
                .findFirst();
    }

    /**
     * Returns what was found.
     *
     * @param buses behind bridges, with their domains
     * @param all the devices of the computer
     */
    FoundDevice found(List<String> buses, List<LspciDevice> all) {
        boolean sizes = all.stream().anyMatch(LspciDevice::sized);
        PciIds ids = new PciIds(
                code("Vendor"),
                code("Device"),
                code("Class") << BYTE
                        | Integer.parseInt(
                                Optional.ofNullable(fields.get("ProgIf")).orElse("00"), BASE),
                sizes ? regions.bars() : ASSUMED);
        OptionalInt group = Optional.ofNullable(fields.get("IOMMUGroup"))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
        boolean alone = all.stream().filter(other -> other.bus().equals(bus())).count() == 1;
        LspciReset reset =
                LspciReset.of(below, all.stream().anyMatch(LspciDevice::capable), alone && buses.contains(bus()));
        return new FoundDevice(address, "PCI domain " + domain(), ids, reset.reset(), reset.from(), group);
    }

    private String domain() {
        return address.substring(0, address.indexOf(':'));
    }

    private String bus() {
        return address.substring(0, address.lastIndexOf(':'));
    }

    private int code(String field) {
        return Optional.ofNullable(fields.get(field))
                .flatMap(text -> match(CODE, text))
                .map(found -> Integer.parseInt(found.group(1), BASE))
                .orElseThrow(() -> new NotSurveyed(
                        where,
                        "the numbers of the device: [8086:10fb], and [0200] for its class",
                        Optional.ofNullable(fields.get(field)).orElse("none of them"),
                        "lspci prints them with -nn: lspci -Dvvvnn"));
    }

    private static Optional<Matcher> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
