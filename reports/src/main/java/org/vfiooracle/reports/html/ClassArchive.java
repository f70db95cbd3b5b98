// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The loaded classes of the Allure program, kept from its first run, since loading them takes longer than most reports. One of
 * another Java or another place has another name; the Java machine ignores one that it cannot use.
 *
 * @param file where it is, or will be
 */
record ClassArchive(Path file) {
    static ClassArchive of(Path home) {
        int what = (home + " " + Runtime.version()).hashCode();
        return new ClassArchive(home.resolve("classes-" + Integer.toHexString(what) + ".jsa"));
    }

    /** The option that uses it, or makes it. */
    String option() {
        return Files.exists(file) ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + draft();
    }

    /** Keeps what a run has made. That may be nothing, where the folder cannot be written. */
    void keep() throws IOException {
        if (Files.exists(draft())) {
            Files.move(draft(), file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path draft() {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
    }
}
