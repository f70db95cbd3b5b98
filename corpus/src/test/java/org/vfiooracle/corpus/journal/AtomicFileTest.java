// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    @Test
    void replaces_the_content_and_makes_folders(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new/a.yaml");

        AtomicFile.write(file, "one\n");
        AtomicFile.write(file, "two\n");

        assertThat(file).content().isEqualTo("two\n");
        try (var inside = Files.list(file.getParent())) {
            assertThat(inside).containsExactly(file);
        }
    }

    @Test
    void a_file_that_cannot_be_written_is_an_error_that_names_it(@TempDir Path folder) throws Exception {
        Path file = Files.createDirectories(folder.resolve("a.yaml/inside"));

        assertThatThrownBy(() -> AtomicFile.write(file.getParent(), "one\n"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file.getParent());
    }
}
