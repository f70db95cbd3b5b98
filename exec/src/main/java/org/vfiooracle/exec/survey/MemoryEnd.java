// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the memory of a computer ends, which is what bounds its windows: the last block of memory, else what its nodes have.
 *
 * @param bytes the end, if sysfs shows it
 * @param from what says so
 */
record MemoryEnd(OptionalLong bytes, String from) {
    private static final Pattern BLOCK = Pattern.compile("memory([0-9]{1,9})");
    private static final Pattern NODE = Pattern.compile("node[0-9]{1,4}");
    private static final Pattern TOTAL = Pattern.compile("MemTotal: +([0-9]{1,15}) kB");
    private static final long LARGEST_BLOCK = 1L << 40;
    private static final long KIB = 1024;

    static MemoryEnd of(Path sys) {
        Path memory = sys.resolve("devices/system/memory");
        List<String> names = SysFile.names(memory);
        OptionalLong last = names.stream()
                .map(BLOCK::matcher)
                .filter(Matcher::matches)
                .mapToLong(block -> Long.parseLong(block.group(1)))
                .max();
        if (last.isPresent() && names.contains("block_size_bytes")) {
            long block = SysFile.hex(memory.resolve("block_size_bytes"), LARGEST_BLOCK);
            return new MemoryEnd(
                    OptionalLong.of((last.getAsLong() + 1) * block),
                    "the end of the last block in devices/system/memory");
        }
        Path nodes = sys.resolve("devices/system/node");
        long total = SysFile.names(nodes).stream()
                .filter(name -> NODE.matcher(name).matches())
                .mapToLong(name -> kibibytes(nodes.resolve(name).resolve("meminfo")))
                .sum();
        return new MemoryEnd(
                total > 0 ? OptionalLong.of(total * KIB) : OptionalLong.empty(),
                "MemTotal of all nodes; the memory may end at a higher address");
    }

    private static long kibibytes(Path file) {
        Matcher total = TOTAL.matcher(SysFile.text(file).orElse(""));
        return total.find() ? Long.parseLong(total.group(1)) : 0;
    }
}
