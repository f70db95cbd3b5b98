// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The files of {@code /proc}; a process that is gone, or that may not be looked at, has nothing. */
public final class Proc implements ProcessFiles {
    private static final int CAP_IPC_LOCK = 14;

    /** The smallest huge pages that hosts of this program have: 2 MiB. */
    private static final long SMALLEST_HUGE = 1L << 21;

    @Override
    public MemoryMap memory(long process) {
        return MemoryMap.parse(lines(process, "maps"));
    }

    /** Huge pages have a mapping whose ends are multiples of theirs. Of most it is so known that they are small, and smaps is slow. */
    private static boolean canBeHuge(AddressRange mapping) {
        return ((mapping.start() | mapping.end()) & SMALLEST_HUGE - 1) == 0;
    }

    @Override
    public long pageSize(long process, long address) {
        boolean small = lines(process, "maps").stream()
                .map(line -> MemoryMap.parse(List.of(line)).at(address))
                .flatMap(Optional::stream)
                .noneMatch(Proc::canBeHuge);
        if (small) {
            return HostPages.size();
        }
        boolean inside = false;
        for (String line : lines(process, "smaps")) {
            if (Character.digit(line.charAt(0), 16) >= 0
                    && line.indexOf('-') > 0
                    && line.indexOf(':') > line.indexOf(' ')) {
                inside = MemoryMap.parse(List.of(line)).at(address).isPresent();
            } else if (inside && line.startsWith("KernelPageSize:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        return HostPages.size();
    }

    @Override
    public OptionalLong lockLimit(long process) {
        for (String line : lines(process, "limits")) {
            if (line.startsWith("Max locked memory")) {
                String soft =
                        line.substring("Max locked memory".length()).strip().split("\\s+")[0];
                return soft.equals("unlimited") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(soft));
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public boolean mayLock(long process) {
        return status(process, "CapEff:")
                .map(mask -> (Long.parseUnsignedLong(mask, 16) >> CAP_IPC_LOCK & 1) == 1)
                .orElse(false);
    }

    @Override
    public long parent(long process) {
        return status(process, "PPid:").map(Long::parseLong).orElse(0L);
    }

    @Override
    public boolean maps(long process, String file) {
        return lines(process, "maps").stream().anyMatch(line -> line.endsWith(file));
    }

    @Override
    public boolean hasDescriptor(long process, long descriptor) {
        return Files.exists(Path.of("/proc/" + process + "/fd/" + descriptor), LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<String> status(long process, String key) {
        return lines(process, "status").stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .findFirst();
    }

    private static List<String> lines(long process, String name) {
        try {
            // The lines of maps end in names of files, which may be in any encoding.
            return Files.readAllLines(Path.of("/proc/" + process + "/" + name), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return List.of();
        }
    }
}
