// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever {@code record} is killed, the next command finds the corpus as it was, or as it was to become. */
final class KilledRecordTest {
    private static final String CORPUS = "fixtures/corpus";

    /** One area, which is enough to be killed in. */
    private static final String AREA = "features/attach";

    private static final int KILLS = 5;
    private static final long SEED = 20150629;

    @TempDir
    private Path folder;

    @Test
    void leaves_the_old_corpus_or_the_new_one() throws IOException, InterruptedException {
        TestCheckout checkout = TestCheckout.in(folder);
        SortedMap<String, String> whole = checkout.files(CORPUS);
        remove(checkout, whole);
        SortedMap<String, String> old = checkout.files(CORPUS);
        assertThat(old.size()).isLessThan(whole.size() - 50);
        Path journal = checkout.root().resolve("fixtures/.journal");
        Random random = new Random(SEED);
        int killed = 0;
        int halfDone = 0;

        for (int kill = 0; kill < KILLS; kill++) {
            remove(checkout, whole);
            Process record = start(checkout);
            // The first is killed before it writes, the second as soon as it does, the others somewhere in between.
            while (kill > 0 && record.isAlive() && !Files.exists(journal)) {
                Thread.sleep(1);
            }
            Thread.sleep(kill == 1 ? 0 : random.nextInt(kill == 0 ? 500 : 40));
            record.destroyForcibly();
            assertThat(record.waitFor(30, TimeUnit.SECONDS)).isTrue();
            killed += record.exitValue() == 0 ? 0 : 1;
            boolean left = Files.exists(journal);
            halfDone += left ? 1 : 0;

            Ran verify = checkout.run("verify", AREA);

            SortedMap<String, String> now = checkout.files(CORPUS);
            assertThat(now.equals(old) || now.equals(whole))
                    .as("the corpus is the old one or the new one after kill %d", kill)
                    .isTrue();
            assertThat(verify.exit()).as(verify.all()).isEqualTo(now.equals(whole) ? 0 : 1);
            assertThat(verify.err().contains("an earlier command was killed while changing"))
                    .isEqualTo(left);
            assertThat(journal).doesNotExist();
        }
        assertThat(killed).isPositive();
        assertThat(halfDone).isPositive();
    }

    /** The cases of the area. */
    private static void remove(TestCheckout checkout, SortedMap<String, String> whole) {
        whole.keySet().stream()
                .filter(path -> path.startsWith("attach/"))
                .forEach(path ->
                        checkout.root().resolve(CORPUS).resolve(path).toFile().delete());
    }

    private Process start(TestCheckout checkout) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Oracle.class.getName(),
                        "record",
                        "--no-report",
                        AREA,
                        "--root",
                        checkout.root().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }
}
