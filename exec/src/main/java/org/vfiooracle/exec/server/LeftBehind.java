// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.server;

import java.nio.file.Path;
import java.util.List;

/**
 * What a program has left behind that still uses VFIO.
 *
 * @param ending how the program ended
 * @param processes each as {@code 4711 (qemu-system-ppc64)}
 */
public record LeftBehind(Ending ending, List<String> processes) {
    public LeftBehind {
        processes = List.copyOf(processes);
    }

    /** The descendants of a guard, which gets those of the processes that have ended. */
    static LeftBehind by(Ending ending, ProcessHandle guard) {
        return new LeftBehind(ending, guard.descendants().map(LeftBehind::named).toList());
    }

    private static String named(ProcessHandle process) {
        String name = process.info()
                .command()
                .map(command -> Path.of(command).getFileName())
                .map(" (%s)"::formatted)
                .orElse("");
        return process.pid() + name;
    }
}
