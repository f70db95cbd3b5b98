// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first program that is there opens a page. */
final class OpenedPageTest {
    @TempDir
    private Path folder;

    @Test
    void a_page_is_given_to_the_first_program_that_is_there() throws Exception {
        Path told = folder.resolve("told");
        Path program = folder.resolve("opens");
        Files.writeString(
                program, "#!/bin/sh\nprintf %s \"$1\" >" + told + ".new && mv " + told + ".new " + told + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(Browser.open(folder.resolve("a page.html"), List.of("no-such-program", program.toString())))
                .isTrue();

        for (int i = 0; i < 200 && !Files.exists(told); i++) {
            Thread.sleep(50);
        }
        assertThat(Files.readString(told)).startsWith("file:///").endsWith("/a%20page.html");
    }

    @Test
    void a_program_that_finds_no_browser_has_opened_nothing() {
        assertThat(Browser.open(folder, List.of("false"))).isFalse();
    }

    @Test
    void a_computer_without_such_a_program_is_told_apart() {
        assertThat(Browser.open(folder, List.of("no-such-program"))).isFalse();
    }
}
