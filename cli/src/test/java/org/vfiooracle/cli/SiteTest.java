// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./oracle site} writes and says; what the pages hold is tested beside them. */
final class SiteTest {
    private static final String FEATURE = "features/attach/detach.feature";

    @TempDir
    private Path folder;

    private TestCheckout checkout;

    @BeforeEach
    void has_one_feature() throws IOException {
        checkout = TestCheckout.in(folder);
        try (Stream<Path> files = Files.walk(checkout.root().resolve("features"))) {
            List<Path> others = files.filter(file -> file.toString().endsWith(".feature") && !file.endsWith(FEATURE))
                    .toList();
            for (Path other : others) {
                Files.delete(other);
            }
        }
    }

    @Test
    void the_site_is_replaced_as_a_whole() throws IOException {
        Path site = checkout.root().resolve("reports/html/site");
        Files.createDirectories(site);
        Files.writeString(site.resolve("old.html"), "old");

        checkout.run("site").said("reports/html/site/index.html\n");

        assertThat(site.resolve("index.html")).isRegularFile();
        assertThat(site.resolve("search.js")).isRegularFile();
        assertThat(site.resolve("cases/ATTACH-050.html")).isRegularFile();
        assertThat(site.resolve("old.html")).doesNotExist();
    }

    @Test
    void a_case_that_fails_is_left_out_and_said() {
        checkout.edit(FEATURE, "it answers EINVAL, rule group.un", "it answers EBUSY, rule group.un");

        checkout.run("site").ended(1).said("left out   ", " fail", ", see ./oracle verify\n");
    }

    @Test
    void what_is_no_kept_run_is_refused() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "notes");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path broken = folder.resolve("broken.jsonl");
        Files.writeString(broken, "{\"type\":\"hello\"}\n");

        for (Path path : List.of(file, empty, folder.resolve("missing.jsonl"))) {
            assertThat(checkout.run("site", "--runs", path.toString()).ended(2).err())
                    .contains("there is no kept run", path.toString(), "--keep FILE.jsonl keeps a run");
        }
        assertThat(checkout.run("site", "--runs", broken.toString()).ended(2).err())
                .contains("broken.jsonl:1");
        assertThat(checkout.root().resolve("reports/html/site")).doesNotExist();
    }
}
