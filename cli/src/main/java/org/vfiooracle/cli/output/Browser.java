// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The browser of the user. */
public final class Browser {
    /** What opens a page on Linux, on macOS and in a subsystem of Windows. */
    private static final List<String> PROGRAMS = List.of("xdg-open", "open", "wslview");

    /** One that finds no browser says so soon; one that is still there after these seconds is a browser. */
    private static final int PATIENCE = 3;

    private Browser() {}

    /** Opens a page; returns whether a program was found that does so. */
    public static boolean open(Path page) {
        return open(page, PROGRAMS);
    }

    static boolean open(Path page, List<String> programs) {
        return programs.stream().anyMatch(program -> starts(program, page));
    }

    private static boolean starts(String program, Path page) {
        try {
            Process opener = new ProcessBuilder(program, page.toUri().toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return !opener.waitFor(PATIENCE, TimeUnit.SECONDS) || opener.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
