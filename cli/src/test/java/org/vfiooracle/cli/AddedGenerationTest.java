// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/how-to/adding-a-generation.md says works, with the very files that it shows. */
final class AddedGenerationTest {
    private static final String PLATFORM = "phb9-linux-6.12-64k";
    private static final String FEATURE = "features/dma-window/made-up.feature";

    @TempDir
    private Path folder;

    private String page = "";
    private TestCheckout checkout = null;

    @BeforeEach
    void add() throws IOException {
        page = Files.readString(TestCheckout.REAL.resolve("docs/how-to/adding-a-generation.md"));
        checkout = TestCheckout.in(folder);
        checkout.empty("features");
        checkout.empty("fixtures/corpus");
        checkout.empty("fixtures/evidence");
        checkout.write("classes/profiles/phb9.yaml", block("yaml"));
        checkout.write("fixtures/corpus/platforms.yaml", """
                format: 1
                platforms:
                  - phb4-linux-6.12-4k
                  - phb9-linux-6.12-64k
                equals: []
                """);
        checkout.write(FEATURE, block("gherkin"));
    }

    @Test
    void one_profile_and_rows_of_tables_are_enough() throws Exception {
        assertThat(oracle("record", "--no-report")).contains("1 passed");

        assertThat(checkout.read("fixtures/corpus/dma-window/DMA-WINDOW-900.yaml"))
                .contains("start_addr: '0x100000000000000'");
        assertThat(oracle("verify")).contains("no drift");
        assertThat(oracle("explain", "VFIO_IOMMU_SPAPR_TCE_CREATE", "EINVAL", "--platform", PLATFORM))
                .contains("spapr.create.levels");
    }

    @Test
    void a_table_that_forgets_it_is_told_so() throws Exception {
        checkout.edit(FEATURE, "      | phb9      | 0      | spapr.window.made |\n", "");

        assertThat(oracle("record", "--no-report")).contains(FEATURE, PLATFORM);
    }

    private String block(String language) {
        Matcher found =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(found.find()).as("the page has a block of " + language).isTrue();
        return found.group(1);
    }

    /** Runs a command in a process whose class path has one more profile. */
    private String oracle(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")
                        + File.pathSeparator
                        + checkout.root().resolve("classes"),
                Oracle.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--root", checkout.root().toString()));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.waitFor();
        return Files.readString(log);
    }
}
