// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.cli.Oracle;
import org.vfiooracle.cli.TestCheckout;

/** Whoever is killed, nobody is left waiting, no file is left, and somebody says what happened. */
final class KilledExecTest {
    private static final String WAITS =
            "exec >\"$1\" 2>&1 </dev/null; exec 5</dev/vfio/vfio; echo ready; exec sleep 60";

    @TempDir
    private Path folder;

    private Path output;
    private Path log;

    @BeforeEach
    void compiler() {
        output = folder.resolve("output");
        log = folder.resolve("log");
        assertThat(new Programs(folder)).isNotNull();
    }

    @Test
    void a_killed_program_is_told_with_its_signal() throws IOException, InterruptedException {
        Process oracle = start(WAITS);
        ProcessHandle program = program(oracle);

        program.destroyForcibly();

        assertThat(oracle.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(oracle.exitValue()).isEqualTo(128 + 9);
        assertThat(log).content().contains("the program was killed by signal 9 (KILL)", "close(C1) = 0");
        nothingIsLeft(oracle, program);
    }

    @Test
    void a_killed_oracle_takes_the_program_with_it() throws IOException, InterruptedException {
        Process oracle = start(WAITS);
        ProcessHandle program = program(oracle);

        oracle.destroyForcibly();

        program.onExit().completeOnTimeout(program, 20, TimeUnit.SECONDS).join();
        nothingIsLeft(oracle, program);
        assertThat(log).content().contains("the oracle has died; ending the program");
    }

    @Test
    void a_killed_guard_takes_the_program_with_it() throws IOException, InterruptedException {
        Process oracle = start(WAITS);
        ProcessHandle program = program(oracle);

        program.parent().orElseThrow().destroyForcibly();

        assertThat(oracle.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(oracle.exitValue()).isEqualTo(3);
        assertThat(log).content().contains("the process guarding the program was killed");
        nothingIsLeft(oracle, program);
    }

    @Test
    void an_oracle_that_is_asked_to_end_asks_the_program() throws IOException, InterruptedException {
        Process oracle = start(WAITS);
        ProcessHandle program = program(oracle);

        oracle.destroy();

        assertThat(oracle.waitFor(20, TimeUnit.SECONDS)).isTrue();
        nothingIsLeft(oracle, program);
    }

    @Test
    void what_a_program_leaves_behind_is_named_and_ended_with_the_oracle() throws IOException, InterruptedException {
        Path daemon = new Programs(folder).compiled("daemon");
        Process oracle = start("exec " + daemon + " wait >\"$1\"");
        ProcessHandle left = leftBehind(oracle);

        oracle.destroy();

        assertThat(oracle.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(log)
                .content()
                .contains("the program ended with exit code 0, but left process " + left.pid() + " (daemon) behind");
        nothingIsLeft(oracle, left);
    }

    /** Waits until the program has ended, and the oracle has said whom it has left. */
    private ProcessHandle leftBehind(Process oracle) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.readString(log).contains("behind")) {
            assertThat(System.nanoTime()).as(Files.readString(log)).isLessThan(until);
            assertThat(oracle.isAlive()).as(Files.readString(log)).isTrue();
            Thread.sleep(20);
        }
        return oracle.toHandle()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/daemon"))
                .findFirst()
                .orElseThrow();
    }

    private Process start(String command) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dvfiooracle.root=" + TestCheckout.REAL,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Oracle.class.getName(),
                        "exec",
                        "--platform",
                        "phb4-linux-6.12-4k",
                        "--",
                        "sh",
                        "-c",
                        command,
                        "sh",
                        output.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Waits until the program has its container. */
    private ProcessHandle program(Process oracle) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(output) || !Files.readString(output).contains("ready")) {
            assertThat(System.nanoTime()).as(Files.readString(log)).isLessThan(until);
            assertThat(oracle.isAlive()).as(Files.readString(log)).isTrue();
            Thread.sleep(20);
        }
        return oracle.toHandle()
                .children()
                .flatMap(ProcessHandle::children)
                .findFirst()
                .orElseThrow();
    }

    private static void nothingIsLeft(Process oracle, ProcessHandle program) throws IOException, InterruptedException {
        assertThat(oracle.waitFor(20, TimeUnit.SECONDS)).isTrue();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        String mine = "vfio-oracle-" + oracle.pid() + "-";
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        boolean left = true;
        while (left && System.nanoTime() < until) {
            Thread.sleep(20);
            try (var found = Files.list(temporary)) {
                left = program.isAlive()
                        || found.anyMatch(path -> path.getFileName().toString().startsWith(mine));
            }
        }
        assertThat(left).as("a process or a folder is left").isFalse();
    }
}
