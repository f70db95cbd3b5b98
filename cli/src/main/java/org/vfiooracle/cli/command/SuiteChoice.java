// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.AskedCase;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.input.Checkout;
import picocli.CommandLine.Option;

/** The choice of the cases that are measured. */
final class SuiteChoice {
    @Option(
            names = "--suite",
            paramLabel = "DIR",
            description = "A folder of case files (default: the recorded cases of the platform).")
    private @Nullable String suite;

    /** What was typed, if anything was. */
    Optional<String> typed() {
        return Optional.ofNullable(suite);
    }

    /** Returns the cases. */
    List<Case> cases(Checkout checkout, PlatformId platform) {
        if (suite == null) {
            return Corpus.at(checkout.root())
                    .fixtures(platform)
                    .map(Fixture::performed)
                    .toList();
        }
        Path folder = checkout.file(suite);
        if (!Files.isDirectory(folder)) {
            throw new YamlProblem(suite, 0, 0, "a folder of case files", "no such folder", "");
        }
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file))
                    .sorted()
                    .forEach(file -> cases.add(AskedCase.read(file).performed()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
        if (cases.isEmpty()) {
            throw new YamlProblem(suite, 0, 0, "a folder of case files", "none in it", "");
        }
        return cases;
    }
}
