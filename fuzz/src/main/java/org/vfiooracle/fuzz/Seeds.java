// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vfiooracle.contract.format.CaseFile;
import org.vfiooracle.contract.format.FixtureFile;

/** What a fuzzer begins with: files of the checkout that are as they should be. */
public final class Seeds {
    private static final int LONGEST = 64 << 10;
    private static final int MOST = 12;

    /** Target -> a folder of the checkout, or a file. */
    private static final Map<Target, List<String>> PLACES = Map.ofEntries(
            Map.entry(Target.CASE, List.of("fixtures/corpus/attach", "fixtures/corpus/guest", "fixtures/corpus/eeh")),
            Map.entry(Target.PLATFORMS, List.of("fixtures/corpus/platforms.yaml")),
            Map.entry(Target.LEDGER, List.of("fixtures/evidence")),
            Map.entry(Target.RANDOM_LEDGER, List.of("fixtures/evidence/random")),
            Map.entry(Target.PROGRAM_LEDGER, List.of("fixtures/evidence/programs")),
            Map.entry(Target.UNREACHED, List.of("docs/data/unreached.yaml")),
            Map.entry(Target.ALPHABET, List.of("generator/src/main/resources")),
            Map.entry(Target.FEATURE, List.of("features/attach", "features/guest")),
            Map.entry(Target.LOG, List.of("advice/src/test/resources")),
            Map.entry(Target.MESSAGE, List.of("fuzz/src/seeds/message")),
            Map.entry(Target.WAIVERS, List.of("fuzz/src/seeds/waivers")),
            Map.entry(Target.ERRORS, List.of("fuzz/src/seeds/errors")),
            Map.entry(Target.ASKED_CASE, List.of("fuzz/src/seeds/asked-case")),
            Map.entry(Target.ANNOUNCEMENT, List.of("fuzz/src/seeds/announcement")),
            Map.entry(Target.ANSWER, List.of("fuzz/src/seeds/answer")),
            Map.entry(Target.ORACLE_MESSAGE, List.of("fuzz/src/seeds/oracle-message")));

    private Seeds() {}

    /**
     * Returns the first inputs of a target.
     *
     * @param root the checkout
     */
    public static List<byte[]> of(Target target, Path root) throws IOException {
        if (target == Target.FIXTURE || target == Target.FIXTURE_LINES) {
            return fixtures(root);
        }
        return files(PLACES.getOrDefault(target, List.of()), root);
    }

    /** The fixtures of the first cases; they are in no files of a checkout. */
    private static List<byte[]> fixtures(Path root) throws IOException {
        return files(PLACES.getOrDefault(Target.CASE, List.of()), root).stream()
                .map(bytes -> CaseFile.read(new String(bytes, UTF_8), "seed.yaml"))
                .flatMap(answered -> answered.fixtures().values().stream().limit(1))
                .map(fixture -> FixtureFile.write(fixture).getBytes(UTF_8))
                .toList();
    }

    private static List<byte[]> files(List<String> places, Path root) throws IOException {
        try (Stream<byte[]> found = places.stream().flatMap(place -> inside(root.resolve(place)))) {
            return found.toList();
        }
    }

    private static Stream<byte[]> inside(Path place) {
        try (Stream<Path> walk = Files.walk(place)) {
            return walk
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(Seeds::content)
                    .filter(bytes -> bytes.length <= LONGEST)
                    .limit(MOST)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
