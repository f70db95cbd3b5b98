// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The report that people read, made from results of Allure. It is made as a site, which needs a web server, and
 * that is packed into a single file, which any browser opens from the disk.
 */
public final class HtmlReport {
    private final ReportFolders folders;

    private HtmlReport(ReportFolders folders) {
        this.folders = folders;
    }

    /**
     * Makes the report of a checkout from the results in {@link ReportFolders#results()}. The old report stays until the new
     * one is complete, and its history goes on in the new one.
     *
     * @return the single file
     * @throws ReportNotBuilt when there are no results, or the program that makes the report is missing or fails
     * @throws UncheckedIOException when the folder of the report cannot be written
     */
    public static Path build(Path root) {
        return new HtmlReport(new ReportFolders(root)).build();
    }

    /**
     * Makes a report of other results, such as those of a run of an implementation: a single file, without a history.
     *
     * @param root of the checkout, whose build has the program that makes reports
     * @param file is replaced when the report is complete
     * @throws ReportNotBuilt when there are no results, or the program that makes the report is missing or fails
     * @throws UncheckedIOException when the file cannot be written
     */
    public static void build(Path root, Path results, Path file) {
        AllureProgram allure = AllureProgram.of(root);
        if (!hasResults(results)) {
            throw ReportNotBuilt.noResults(results);
        }
        Swap single = new Swap(file.toAbsolutePath());
        try {
            Path site = Files.createTempDirectory("oracle-report");
            try {
                single.recover();
                allure.make(results, site.resolve("site"));
                new Descriptions(site.resolve("site")).once();
                SingleFile.of(site.resolve("site")).write(single.draft());
                single.complete();
            } finally {
                Swap.delete(site);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path build() {
        AllureProgram allure = AllureProgram.of(folders.root());
        if (!hasResults(folders.results())) {
            throw ReportNotBuilt.noResults(folders.results());
        }
        try (FileChannel channel =
                        FileChannel.open(folders.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Swap site = new Swap(folders.site());
            Swap single = new Swap(folders.singleFile());
            site.recover();
            single.recover();
            new History(folders.site(), folders.results()).carryOver();
            allure.make(folders.results(), site.draft());
            new Descriptions(site.draft()).once();
            LastRun.correct(folders.results(), site.draft());
            SingleFile.of(site.draft()).write(single.draft());
            site.complete();
            single.complete();
            return folders.singleFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasResults(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith("-result.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
