// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.vfiooracle.exec.host.Bar;
import org.vfiooracle.exec.host.PciIds;

/**
 * The file {@code resource} of a device: a line for each BAR with its first address, its last, and flags; then the ROM and others.
 * Source: include/linux/ioport.h, drivers/pci/pci-sysfs.c.
 */
final class ResourceFile {
    private static final Pattern LINE = Pattern.compile("0x([0-9a-f]{1,16}) 0x([0-9a-f]{1,16}) 0x([0-9a-f]{1,16})");
    private static final int BASE = 16;
    private static final long PORTS = 0x100;
    private static final long WIDE = 0x10_0000;

    private ResourceFile() {}

    /** Returns the BARs; none where there is no such file. */
    static List<Bar> bars(Path file) {
        List<String> lines = SysFile.text(file).orElse("").lines().toList();
        List<Bar> bars = IntStream.range(0, Math.min(lines.size(), PciIds.MOST_BARS))
                .mapToObj(i -> bar(lines.get(i).strip(), file + ":" + (i + 1)))
                .toList();
        return BarList.tidy(bars);
    }

    private static Bar bar(String line, String where) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new NotSurveyed(
                    where,
                    "three numbers: where a resource begins and ends, and flags",
                    line,
                    "copy the folder of the device with cp -r");
        }
        long first = Long.parseUnsignedLong(parts.group(1), BASE);
        long last = Long.parseUnsignedLong(parts.group(2), BASE);
        long flags = Long.parseUnsignedLong(parts.group(3), BASE);
        long size = flags == 0 ? 0 : last - first + 1;
        if (size <= 0) {
            return Bar.NONE;
        }
        return Bar.holding(
                size,
                (flags & PORTS) != 0 ? Bar.Kind.PORTS : (flags & WIDE) != 0 ? Bar.Kind.MEMORY_64 : Bar.Kind.MEMORY);
    }
}
