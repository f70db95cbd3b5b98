// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    private static final Map<String, String> OLD = Map.of(
            "fixtures/corpus/a/1.yaml", "one\n",
            "fixtures/corpus/a/2.yaml", "two\n",
            "fixtures/corpus/gone/3.yaml", "three\n",
            "fixtures/corpus/index.yaml", "old\n");

    private static final List<Change> CHANGES = List.of(
            Change.write("fixtures/corpus/a/1.yaml", "ONE \"é\"\n"),
            Change.write("fixtures/corpus/new/4.yaml", "four\n"),
            Change.remove("fixtures/corpus/gone/3.yaml"),
            Change.write("fixtures/corpus/index.yaml", "new\n"));

    private static final Map<String, String> NEW = Map.of(
            "fixtures/corpus/a/1.yaml", "ONE \"é\"\n",
            "fixtures/corpus/a/2.yaml", "two\n",
            "fixtures/corpus/new/4.yaml", "four\n",
            "fixtures/corpus/index.yaml", "new\n");

    @Test
    void makes_all_changes_and_leaves_nothing_behind(@TempDir Path root) throws IOException {
        checkout(root);

        Optional<String> left = Journal.at(root).apply(CHANGES);

        assertThat(left).isEmpty();
        assertThat(files(root)).isEqualTo(NEW);
        assertThat(root.resolve("fixtures/corpus/gone")).doesNotExist();
        assertThat(Journal.at(root).recover()).isEmpty();
    }

    @Test
    void after_a_kill_at_any_step_the_next_command_has_the_old_files_or_the_new_ones(@TempDir Path folder)
            throws IOException {
        int steps = steps(folder.resolve("counted"));
        int undone = 0;
        int finished = 0;

        for (int k = 0; k < steps; k++) {
            Path root = folder.resolve("killed-" + k);
            checkout(root);
            killedAt(root, k);

            String message = Journal.at(root).recover().orElse("");

            if (files(root).equals(OLD)) {
                undone++;
                assertThat(message).matches("|an earlier command was killed before it changed fixtures/; .*");
            } else {
                finished++;
                assertThat(files(root)).isEqualTo(NEW);
                assertThat(message)
                        .isEqualTo("an earlier command was killed while changing 4 files under fixtures/;"
                                + " the change is now complete");
            }
        }

        assertThat(steps).isEqualTo(10);
        assertThat(undone).isEqualTo(2);
        assertThat(finished).isEqualTo(8);
    }

    @Test
    void a_kill_while_finishing_is_finished_too(@TempDir Path folder) throws IOException {
        for (int k = 2; k < 10; k++) {
            Path root = folder.resolve("twice-" + k);
            checkout(root);
            killedAt(root, 3);
            assertThatThrownBy(() -> Journal.watched(root, new KillAt(2)).recover())
                    .isInstanceOf(Killed.class);

            Journal.at(root).recover();

            assertThat(files(root)).isEqualTo(NEW);
        }
    }

    @Test
    void the_next_write_first_finishes_what_was_left(@TempDir Path root) throws IOException {
        checkout(root);
        killedAt(root, 5);

        Optional<String> left = Journal.at(root).apply(List.of(Change.write("fixtures/corpus/index.yaml", "newer\n")));

        assertThat(left).isPresent();
        assertThat(files(root))
                .containsEntry("fixtures/corpus/index.yaml", "newer\n")
                .containsKey("fixtures/corpus/new/4.yaml");
    }

    @Test
    void a_process_that_is_really_killed_leaves_old_or_new_files(@TempDir Path folder) throws Exception {
        for (int k : List.of(0, 1, 2, 4, 7, 9)) {
            Path root = folder.resolve("halted-" + k);
            checkout(root);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Halting.class.getName(),
                            root.toString(),
                            Integer.toString(k))
                    .redirectErrorStream(true)
                    .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isEqualTo(9);

            Journal.at(root).recover();

            assertThat(files(root)).isIn(OLD, NEW);
        }
    }

    /** The process of the test above; ends like one that is killed. */
    static final class Halting {
        private Halting() {}

        public static void main(String[] args) {
            int[] left = {Integer.parseInt(args[1])};
            Journal.watched(Path.of(args[0]), step -> {
                        if (left[0]-- == 0) {
                            Runtime.getRuntime().halt(9);
                        }
                    })
                    .apply(CHANGES);
        }
    }

    @Test
    void two_processes_do_not_write_at_a_time(@TempDir Path root) throws IOException {
        checkout(root);
        try (FileChannel lock = FileChannel.open(
                        root.resolve("fixtures/.journal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            assertThat(held.isValid()).isTrue();

            assertThatThrownBy(() -> Journal.at(root).apply(CHANGES))
                    .isInstanceOf(JournalBusy.class)
                    .hasMessageContaining("another command is writing to this checkout");
        }

        assertThat(files(root)).isEqualTo(OLD);
    }

    @Test
    void a_path_outside_of_the_checkout_is_refused() {
        assertThatThrownBy(() -> Change.remove("../other")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Change.remove("/etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private static int steps(Path root) throws IOException {
        checkout(root);
        List<String> seen = new ArrayList<>();
        Journal.watched(root, seen::add).apply(CHANGES);
        return seen.size();
    }

    private static void killedAt(Path root, int step) {
        assertThatThrownBy(() -> Journal.watched(root, new KillAt(step)).apply(CHANGES))
                .isInstanceOf(Killed.class);
    }

    private static void checkout(Path root) throws IOException {
        for (Map.Entry<String, String> file : OLD.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static SortedMap<String, String> files(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(".journal.lock")) {
                    files.put(root.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    /** Ends the write before a step, as a kill would: nothing after it happens. */
    private static final class KillAt implements Consumer<String> {
        private int left;

        KillAt(int left) {
            this.left = left;
        }

        @Override
        public void accept(String step) {
            if (left-- == 0) {
                throw new Killed();
            }
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
