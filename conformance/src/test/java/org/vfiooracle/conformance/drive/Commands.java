// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vfiooracle.engine.platform.PlatformId;

/** Command lines of adapters for tests, and what those say on standard error. */
final class Commands {
    private static final Limits LONG =
            new Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(20), 20);

    private final List<String> log = new CopyOnWriteArrayList<>();

    /** The reference adapter, in another Java with the classes of this one. */
    AdapterCommand right(PlatformId platform) {
        return shell(java(RightAdapter.class, platform.toString()));
    }

    /** A wrong adapter that runs in another Java with the classes of this one. */
    AdapterCommand wrong(WrongAdapter.Fault fault, String caseId, int batch) {
        boolean waits = fault == WrongAdapter.Fault.HANGS || fault == WrongAdapter.Fault.LEAVES_A_CHILD;
        try {
            Path told = Files.createTempFile("told", ".txt");
            told.toFile().deleteOnExit();
            Files.write(told, new WrongAdapter(fault, caseId).told(batch));
            return shell(java(ToldAdapter.class, told.toString()), waits ? LONG.silence(Duration.ofSeconds(5)) : LONG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An adapter that says what is in a file. */
    AdapterCommand told(Path file) {
        return shell(java(ToldAdapter.class, file.toString()));
    }

    private static String java(Class<?> main, String argument) {
        return Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        argument)
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
    }

    /** Any command line. */
    AdapterCommand shell(String line) {
        return shell(line, LONG);
    }

    AdapterCommand shell(String line, Limits limits) {
        return new AdapterCommand(line, Path.of(""), limits, OptionalInt.of(1), log::add);
    }

    /** What came on standard error so far. */
    List<String> log() {
        return log;
    }
}
