// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines of adapters for tests, and what those say on standard error. */
final class Commands {
    private static final Limits LONG =
            new Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(20), 20);

    private final List<String> log = new CopyOnWriteArrayList<>();

    /** A wrong adapter that runs in another Java with the classes of this one. */
    AdapterCommand wrong(WrongAdapter.Fault fault, String caseId, int batch, String... more) {
        Stream<String> words = Stream.concat(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WrongAdapter.class.getName(),
                        fault.name(),
                        caseId,
                        Integer.toString(batch)),
                Arrays.stream(more));
        boolean waits = fault == WrongAdapter.Fault.HANGS || fault == WrongAdapter.Fault.LEAVES_A_CHILD;
        return shell(
                words.map(word -> "'" + word + "'").collect(Collectors.joining(" ")),
                waits ? LONG.silence(Duration.ofSeconds(5)) : LONG);
    }

    /** Any command line. */
    AdapterCommand shell(String line) {
        return shell(line, LONG);
    }

    AdapterCommand shell(String line, Limits limits) {
        return new AdapterCommand(line, Path.of(""), limits, log::add);
    }

    /** What came on standard error so far. */
    List<String> log() {
        return log;
    }
}
