// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vfiooracle.corpus.journal.AtomicFile;

/**
 * A report that goes into a file.
 *
 * @param format for whom
 * @param file where, a folder for Allure
 */
public record ReportFile(ReportFormat format, Path file) {
    /**
     * Reads {@code junit=results.xml}.
     *
     * @throws IllegalArgumentException when it is something else; the message says what was expected
     */
    public static ReportFile parse(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        if (equals < 0 || equals == text.length() - 1) {
            throw new IllegalArgumentException("expected FORMAT=FILE, as in junit=results.xml, found \"" + text + "\"");
        }
        ReportFormat format = Arrays.stream(ReportFormat.values())
                .filter(one -> one.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected one of "
                        + Arrays.stream(ReportFormat.values())
                                .map(ReportFormat::toString)
                                .collect(Collectors.joining(", "))
                        + " before the =, found \"" + name + "\""));
        return new ReportFile(format, Path.of(text.substring(equals + 1)));
    }

    /** Why it cannot be written, as far as that can be told before; empty where nothing speaks against it. */
    public Optional<String> refusal() {
        if (format == ReportFormat.ALLURE) {
            return Files.exists(file) && !Files.isDirectory(file)
                    ? Optional.of("expected a folder for Allure results, found the file " + file)
                    : Optional.empty();
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            return Optional.of("expected a file, found the folder " + file);
        }
        return folder == null || !Files.isDirectory(folder)
                ? Optional.of("expected a file in an existing folder, found " + file)
                : Optional.empty();
    }

    /** Whether it is a folder that Allure results were written to before. */
    public boolean replacesResults() {
        return Files.isRegularFile(file.resolve("categories.json"))
                && Files.isRegularFile(file.resolve("environment.properties"));
    }

    /**
     * Writes it, all or nothing; what is no file of its own, as {@code /dev/stdout}, is written to and not replaced.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public void write(String text) {
        boolean plain = !Files.isSymbolicLink(file) && (!Files.exists(file) || Files.isRegularFile(file));
        if (plain) {
            AtomicFile.write(file.toAbsolutePath(), text);
            return;
        }
        try {
            Files.writeString(file, text, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
