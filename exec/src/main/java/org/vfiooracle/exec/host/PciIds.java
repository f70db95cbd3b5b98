// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.host;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vfiooracle.exec.wire.ByteString;

/**
 * How a kind of device introduces itself. Source of the numbers: the PCI id database.
 *
 * @param vendor vendor id
 * @param device device id
 * @param classCode class, subclass and interface
 * @param bars its base address registers, from the first; those behind the last are not there
 */
public record PciIds(int vendor, int device, int classCode, List<Bar> bars) {
    /** Bytes of the configuration space. */
    public static final int HEADER = 256;

    /** How many BARs a device can have. */
    public static final int MOST_BARS = 6;

    private static final int FIRST_BAR = 0x10;

    private static final Map<String, PciIds> KNOWN = new TreeMap<>(Map.of(
            "edu", new PciIds(0x1234, 0x11e8, 0x00ff00, bars(0x100000)),
            "e1000e", new PciIds(0x8086, 0x10d3, 0x020000, bars(0x20000, 0x20000, 0, 0x4000)),
            "nvme", new PciIds(0x1b36, 0x0010, 0x010802, bars(0x4000)),
            "pci-testdev", new PciIds(0x1b36, 0x0005, 0x00ff00, bars(0x1000))));

    /** A device in its own words: {@code 8086:10fb class 020000 bars 0x80000/64,0,0x20/io}. */
    private static final Pattern WORDS = Pattern.compile(
            "([0-9a-f]{4}):([0-9a-f]{4})(?: class ([0-9a-f]{6}))?(?: bars ([0-9a-z/]+(?:,[0-9a-z/]+){0,5}))?");

    private static final int OTHER_CLASS = 0xff0000;

    public PciIds {
        bars = List.copyOf(bars);
    }

    /** The names of the models that are known. */
    public static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }

    /**
     * Returns the configuration space of the device at reset, a plain header without capabilities. Source: PCI Local Bus
     * Specification 3.0, 6.1.
     */
    public ByteString header() {
        ByteString header = ByteString.zero(HEADER);
        for (int i = 0; i < bars.size(); i++) {
            header = header.with(FIRST_BAR + 4 * i, 4, bars.get(i).kind().bits());
        }
        return header.with(0x00, 2, vendor)
                .with(0x02, 2, device)
                .with(0x09, 3, classCode)
                .with(0x2c, 2, vendor)
                .with(0x2e, 2, device)
                .with(0x3d, 1, 1);
    }

    /**
     * Returns the numbers of a model, which has a name, or says what it is: vendor and device, then its class and the sizes of its
     * BARs. Empty for one that is neither, and for sizes that no BAR has.
     */
    public static Optional<PciIds> of(String model) {
        Matcher words = WORDS.matcher(model);
        return words.matches() ? read(words) : Optional.ofNullable(KNOWN.get(model));
    }

    /** The words that {@link #of} reads. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%04x:%04x class %06x bars %s",
                vendor,
                device,
                classCode,
                bars.isEmpty() ? "0" : bars.stream().map(Bar::word).collect(Collectors.joining(",")));
    }

    private static Optional<PciIds> read(Matcher words) {
        String[] typed = Optional.ofNullable(words.group(4)).orElse("0x1000").split(",", -1);
        List<Bar> bars =
                Stream.of(typed).flatMap(word -> Bar.parse(word).stream()).toList();
        return bars.size() == typed.length && paired(bars)
                ? Optional.of(new PciIds(
                        number(words.group(1)),
                        number(words.group(2)),
                        Optional.ofNullable(words.group(3)).map(PciIds::number).orElse(OTHER_CLASS),
                        bars))
                : Optional.empty();
    }

    /** A BAR of 64 bits takes the place of the next one, too; there are six places. */
    private static boolean paired(List<Bar> bars) {
        for (int i = 0; i < bars.size(); i++) {
            boolean free = i + 1 < bars.size() ? !bars.get(i + 1).there() : i + 1 < MOST_BARS;
            if (bars.get(i).wide() && !free) {
                return false;
            }
        }
        return true;
    }

    private static List<Bar> bars(int... sizes) {
        return IntStream.of(sizes)
                .mapToObj(size -> new Bar(size, Bar.Kind.MEMORY))
                .toList();
    }

    private static int number(String hex) {
        return Integer.parseInt(hex, 16);
    }
}
