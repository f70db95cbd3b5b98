// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

/**
 * Where reports live in a checkout; git ignores all of it.
 *
 * @param root the checkout
 */
public record ReportFolders(Path root) {
    /** From a page of the site to the root of the checkout. */
    public static final String FROM_SITE = "../../../";

    /** From the single file to the root of the checkout. */
    static final String FROM_SINGLE_FILE = "../../";

    /** The results that the next report is made from. */
    public Path results() {
        return html().resolve("allure-results");
    }

    /** The report as a site, to be served over HTTP. */
    public Path site() {
        return html().resolve("allure");
    }

    /** The report as a single file, to be opened from the disk. */
    public Path singleFile() {
        return html().resolve("allure.html");
    }

    /** The pages that {@code ./oracle site} makes, to be opened from the disk. */
    public Path pages() {
        return html().resolve("site");
    }

    /**
     * Has a folder of these made anew, and puts it in the place of the old one when it is complete.
     *
     * @param make writes into the folder that it is given, which is empty
     * @return what {@code make} returns
     * @throws UncheckedIOException when the folder cannot be written
     */
    public <T> T replacing(Path folder, Function<Path, T> make) {
        try {
            Files.createDirectories(html());
            try (FileChannel channel = FileChannel.open(lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Swap swap = new Swap(folder);
                swap.recover();
                Files.createDirectories(swap.draft());
                T made = make.apply(swap.draft());
                swap.complete();
                return made;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path lock() {
        return html().resolve(".lock");
    }

    private Path html() {
        return root.resolve("reports").resolve("html");
    }
}
