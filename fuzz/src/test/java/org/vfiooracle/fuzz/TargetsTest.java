// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetsTest {
    private static final Path ROOT = Path.of(System.getProperty("vfiooracle.root"));
    private static final Path FOUND = ROOT.resolve("fuzz/src/found");

    @ParameterizedTest
    @EnumSource
    void a_target_reads_its_seeds(Target target) throws Exception {
        for (byte[] seed : Seeds.of(target, ROOT)) {
            target.read(seed);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FRAMES", "BUGS"})
    void a_target_has_seeds(Target target) throws Exception {
        assertThat(Seeds.of(target, ROOT)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("found")
    void what_was_found_once_is_read_or_refused(Path input) throws Exception {
        Entry.read(Target.of(String.valueOf(input.getParent().getFileName())), Files.readAllBytes(input));
    }

    static Stream<Path> found() throws IOException {
        try (Stream<Path> walk = Files.walk(FOUND)) {
            return walk.filter(Files::isRegularFile).toList().stream();
        }
    }

    @Test
    void what_is_neither_read_nor_refused_is_found() {
        Target broken = Target.FRAMES;

        assertThatThrownBy(() -> Entry.read(broken, null)).isInstanceOf(NullPointerException.class);
    }

    /** Few inputs, all targets: that the fuzzer runs, and that no shallow fault has come in. */
    @Test
    void a_short_run_finds_nothing(@TempDir Path folder) throws Exception {
        Path inputs = Files.createDirectory(folder.resolve("inputs"));
        Target[] targets = Target.values();
        for (int i = 0; i < targets.length; i++) {
            int chosen = i;
            List<byte[]> seeds = Seeds.of(targets[i], ROOT);
            for (int j = 0; j < Math.min(seeds.size(), 2); j++) {
                byte[] seed = seeds.get(j);
                byte[] with = new byte[seed.length + 1];
                with[0] = (byte) chosen;
                System.arraycopy(seed, 0, with, 1, seed.length);
                Files.write(inputs.resolve(i + "-" + j), with);
            }
        }
        Path log = folder.resolve("log");
        Process fuzzer = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx1g",
                                        "-XX:TieredStopAtLevel=1",
                                        "-XX:+UseSerialGC",
                                        "-Dvfiooracle.root=" + ROOT,
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "com.code_intelligence.jazzer.Jazzer"),
                                Arrays.stream(("--target_class=org.vfiooracle.fuzz.Entry --target_args=all"
                                                + " --instrumentation_includes=org.vfiooracle.**"
                                                + " --disabled_hooks=com.code_intelligence.jazzer.sanitizers.**"
                                                + " -runs=4000 -seed=1 -timeout=60 -rss_limit_mb=3072 -max_len=8192")
                                        .split(" ")))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        fuzzer.getOutputStream().close();

        assertThat(fuzzer.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(fuzzer.exitValue()).as(Files.readString(log)).isZero();
        assertThat(log).content().containsPattern("Done 4000 runs");
    }
}
