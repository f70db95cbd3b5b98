// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.host;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vfiooracle.exec.wire.ByteString;

/**
 * How a kind of device introduces itself. Source of the numbers: the PCI id database.
 *
 * @param vendor vendor id
 * @param device device id
 * @param classCode class, subclass and interface
 * @param bars sizes of its memory regions in bytes, powers of two; 0 for one that it has not
 */
public record PciIds(int vendor, int device, int classCode, List<Integer> bars) {
    /** Bytes of the configuration space. */
    public static final int HEADER = 256;

    private static final Map<String, PciIds> KNOWN = new TreeMap<>(Map.of(
            "edu", new PciIds(0x1234, 0x11e8, 0x00ff00, List.of(0x100000)),
            "e1000e", new PciIds(0x8086, 0x10d3, 0x020000, List.of(0x20000, 0x20000, 0, 0x4000)),
            "nvme", new PciIds(0x1b36, 0x0010, 0x010802, List.of(0x4000)),
            "pci-testdev", new PciIds(0x1b36, 0x0005, 0x00ff00, List.of(0x1000))));

    /** A device in its own words: {@code 8086:10fb class 020000 bars 0x80000,0,0x20}. */
    private static final Pattern WORDS = Pattern.compile(
            "([0-9a-f]{4}):([0-9a-f]{4})(?: class ([0-9a-f]{6}))?(?: bars ((?:0x[0-9a-f]{1,8}|0)(?:,(?:0x[0-9a-f]{1,8}|0)){0,5}))?");

    private static final int OTHER_CLASS = 0xff0000;
    private static final int LARGEST = 1 << 30;

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
        return ByteString.zero(HEADER)
                .with(0x00, 2, vendor)
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

    private static Optional<PciIds> read(Matcher words) {
        List<Long> sizes = Stream.of(
                        Optional.ofNullable(words.group(4)).orElse("0x1000").split(",", -1))
                .map(Long::decode)
                .toList();
        // A BAR is a power of two, of 16 bytes at least; one that is all zero stands for none.
        boolean usual =
                sizes.stream().allMatch(size -> size == 0 || size >= 16 && size <= LARGEST && Long.bitCount(size) == 1);
        boolean any = sizes.stream().anyMatch(size -> size != 0);
        return usual && any
                ? Optional.of(new PciIds(
                        number(words.group(1)),
                        number(words.group(2)),
                        Optional.ofNullable(words.group(3)).map(PciIds::number).orElse(OTHER_CLASS),
                        sizes.stream().map(Long::intValue).toList()))
                : Optional.empty();
    }

    private static int number(String hex) {
        return Integer.parseInt(hex, 16);
    }
}
