// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.vfiooracle.cli.Ran;
import org.vfiooracle.cli.TestCheckout;

/** The C programs of these tests, and the folder that what they print goes to. */
final class Programs {
    private final Path folder;

    Programs(Path folder) {
        this.folder = folder;
        Assumptions.assumeTrue(
                run(List.of("cc", "--version")) == 0, "cc is not there: what runs programs needs a C compiler");
    }

    /** What a run printed: the program itself, and the oracle. */
    record Run(Ran oracle, String output) {}

    /** Compiles one of the programs. */
    Path compiled(String name) {
        Path made = folder.resolve(name);
        Path source = TestCheckout.REAL.resolve("cli/src/test/c/" + name + ".c");
        assertThat(run(List.of("cc", "-D_GNU_SOURCE", "-O2", "-o", made.toString(), source.toString(), "-lpthread")))
                .isZero();
        return made;
    }

    /** Compiles a program of several files, without a warning. */
    Path compiled(List<Path> sources, String flag) {
        Path made = folder.resolve("made-" + System.nanoTime());
        List<String> command = new ArrayList<>(
                List.of("cc", "-std=gnu11", "-O1", "-Wall", "-Wextra", "-Werror", flag, "-o", made.toString()));
        sources.forEach(source -> command.add(source.toString()));
        assertThat(run(command)).isZero();
        return made;
    }

    /** Runs a shell command below the oracle; its output must not mix with that of the tests. */
    Run exec(String options, String command) {
        Path output = folder.resolve("output");
        List<String> words = new ArrayList<>(List.of("exec"));
        words.addAll(Arrays.asList(options.split(" ")));
        words.addAll(List.of("--", "sh", "-c", command, "sh", output.toString()));
        try {
            Files.writeString(output, "");
            words.set(words.indexOf("-c") + 1, "exec >\"$1\" 2>&1 </dev/null; " + command);
            Ran ran = Ran.of(words.toArray(String[]::new));
            return new Run(ran, Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders of runs that are left. */
    static List<Path> leftFolders() {
        try (var found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            String mine = "vfio-oracle-" + ProcessHandle.current().pid() + "-";
            return found.filter(path -> path.getFileName().toString().startsWith(mine))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("compiler").toFile())
                    .start();
            int code = process.waitFor();
            if (code != 0) {
                System.err.println(Files.readString(folder.resolve("compiler"), StandardCharsets.UTF_8));
            }
            return code;
        } catch (IOException noSuchCommand) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
