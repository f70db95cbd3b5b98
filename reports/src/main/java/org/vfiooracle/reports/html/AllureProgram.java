// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commandline of Allure 2, which turns results into HTML; a Java program beside this one, because its libraries are not ours. */
final class AllureProgram {
    private final Path home;

    private AllureProgram(Path home) {
        this.home = home;
    }

    /**
     * Finds the program that the build unpacked: in the folder {@code allure-VERSION} of the build folder of {@code reports}.
     * The system property {@code vfiooracle.target} names the build folder where it is not {@code target}.
     *
     * @throws ReportNotBuilt when it is not there
     */
    static AllureProgram of(Path root) {
        Path folder = root.resolve("reports").resolve(System.getProperty("vfiooracle.target", "target"));
        try {
            Path home = newest(folder).orElseThrow(() -> ReportNotBuilt.programMissing(folder));
            return new AllureProgram(home.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> newest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("allure-"))
                    .filter(entry -> Files.isDirectory(entry.resolve("lib")))
                    .max(Path::compareTo);
        }
    }

    /**
     * Makes a report as a site.
     *
     * @throws ReportNotBuilt when the program fails
     */
    void make(Path results, Path report) throws IOException {
        ClassArchive classes = ClassArchive.of(home);
        try (AllureProcess process = start(classes, results, report)) {
            process.await();
        }
        classes.keep();
    }

    private AllureProcess start(ClassArchive classes, Path results, Path report) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                classes.option(),
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                home.resolve("lib") + File.separator + "*" + File.pathSeparator + home.resolve("lib/config"),
                "io.qameta.allure.CommandLine",
                "generate",
                "--report-dir",
                report.toString(),
                results.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("APP_HOME", home.toString());
        // Otherwise the report asks a server on the internet to count its readers.
        builder.environment().put("ALLURE_NO_ANALYTICS", "true");
        return new AllureProcess(builder.start());
    }
}
