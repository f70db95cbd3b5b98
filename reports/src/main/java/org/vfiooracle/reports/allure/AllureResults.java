// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.FileSystemResultsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of Allure results being written: one file for each scenario, its attachments, and what describes the run.
 * Names of files follow from the case and the content, so that a scenario that is reported again replaces itself. Safe for
 * use by several threads as long as no two report the same case.
 */
public final class AllureResults {
    private final Path folder;
    private final FileSystemResultsWriter writer;

    private AllureResults(Path folder) {
        this.folder = folder;
        this.writer = new FileSystemResultsWriter(folder);
    }

    /**
     * Opens a folder for a run, and removes the results of an earlier one.
     *
     * @throws UncheckedIOException when the folder cannot be written
     */
    public static AllureResults open(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Path old : contentOf(folder)) {
                Files.delete(old);
            }
            return new AllureResults(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a folder for a run of some scenarios only: the results of the others stay, and count in the next report.
     *
     * @throws UncheckedIOException when the folder cannot be written
     */
    public static AllureResults reopen(Path folder) {
        try {
            Files.createDirectories(folder);
            // The next report is a new one; its history is taken from the last report.
            for (Path old : contentOf(folder.resolve("history"))) {
                Files.delete(old);
            }
            Files.deleteIfExists(folder.resolve("history"));
            return new AllureResults(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds what a scenario came to. */
    public void scenario(ScenarioReport report) {
        writer.write(new TestOfScenario(new AttachmentFiles(folder)).of(report));
    }

    /** Adds a table that belongs to an area as a whole; its first row has the titles. */
    public void table(String area, String title, String introduction, List<List<String>> rows) {
        writer.write(new TestOfTable(new AttachmentFiles(folder)).of(area, title, introduction, rows));
    }

    /** Says what the run was; the last call counts. */
    public void run(RunFacts facts) {
        RunFiles.write(folder, facts);
    }

    private static List<Path> contentOf(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
