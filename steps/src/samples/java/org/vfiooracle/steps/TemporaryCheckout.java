// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.feature.Selection;

/** A checkout of a few platforms and whatever features a test writes into it. */
public final class TemporaryCheckout {
    /** The file that {@link #scenario} writes. */
    public static final String FILE = "features/attach/sample.feature";

    private static final String PLATFORMS = """
            format: 1
            platforms:
              - ioda1-linux-4.2-64k
              - ioda2-linux-4.2-64k
              - ioda2-linux-6.12-4k
              - phb4-linux-6.12-4k
              - x86-linux-6.12-4k
            equals: []
            """;

    private final Path root;

    public TemporaryCheckout(Path root) {
        this.root = root;
        write("fixtures/corpus/platforms.yaml", PLATFORMS);
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    /** Writes a file. */
    public TemporaryCheckout write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a feature file whose lines 1 and 2 are the feature and the id; the steps begin in line 4. */
    public TemporaryCheckout scenario(String steps) {
        return write(FILE, "Feature: sample\n  @ATTACH-900\n  Scenario: a sample\n" + steps.indent(4));
    }

    /** Runs everything. */
    public RecordingResult run() {
        return Recording.run(RecordingRequest.of(root).by(1));
    }

    /** Runs some of it. */
    public RecordingResult run(String selection) {
        return Recording.run(RecordingRequest.of(root).by(1).only(Selection.parse(root, selection)));
    }

    /** Runs everything and returns what is wrong, as a user reads it. */
    public String failures() {
        return text(run());
    }

    /** What is wrong, as a user reads it. */
    public static String text(RecordingResult result) {
        return result.failures().stream().map(Failure::text).collect(Collectors.joining("\n\n"));
    }
}
