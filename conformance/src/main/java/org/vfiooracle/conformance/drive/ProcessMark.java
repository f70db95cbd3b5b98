// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A variable of the environment that a process and all its descendants have, and no other process: it finds those whose
 * parent ended before anybody looked. Only where there is {@code /proc}.
 *
 * @param value no other mark has it
 */
record ProcessMark(String value) {
    private static final String NAME = "VFIO_ORACLE_ADAPTER";
    private static final Path PROCESSES = Path.of("/proc");

    /** Returns a new mark. */
    static ProcessMark next() {
        return new ProcessMark(UUID.randomUUID().toString());
    }

    /** Marks a process that is to be started. */
    void put(Map<String, String> environment) {
        environment.put(NAME, value);
    }

    /** Returns the processes that have this mark now. */
    List<ProcessHandle> carriers() {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : all) {
                if (has(process)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        } catch (IOException noProc) {
            return found;
        }
        return found;
    }

    private boolean has(Path process) {
        try {
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            return environment.contains(NAME + "=" + value);
        } catch (IOException anothersOrEnded) {
            return false;
        }
    }
}
