// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.format.AskedCase;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.format.PrettyJson;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.input.CaseChoice;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.NoPlatform;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.terminal.page.Warnings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fills in the outcomes of cases. */
@Command(
        name = "predict",
        header = Headers.PREDICT,
        description = {
            "%nReads a case: a YAML or JSON file in fixture form, with or without outcomes (existing outcomes "
                    + "are ignored), or the @ID of a recorded one. Prints the fixture that the model computes. Several "
                    + "are separated by ---.",
            "%nThe platform may name a point release (phb4-linux-6.12.117-4k). If a call of the case meets a known "
                    + "bug of that release, or of a program, a warning on standard error names the bug and what fixed it.",
            "%nExit code: 2 if the case cannot be read or is not modelled.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle predict my-case.yaml --platform ioda2-linux-6.12-4k",
            "  ./oracle predict @ATTACH-036 --platform phb4-linux-6.12.117-4k --format json"
        })
public final class Predict implements Callable<Integer> {
    private enum Format {
        YAML,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private Shared shared = new Shared();

    @Parameters(
            paramLabel = "CASE",
            arity = "1..*",
            description = "A case file, a fixture file, or the @ID of a recorded case.")
    private List<String> cases = List.of();

    @Option(
            names = "--platform",
            paramLabel = "P",
            description = "The platform to predict for (default: the one the file names).")
    private @Nullable String platform;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "yaml",
            description = "Output format: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.YAML;

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        PlatformChoice platforms = PlatformChoice.in(checkout, shared::say);
        KnownTrouble trouble = new KnownTrouble(checkout, platforms.platforms());
        List<Fixture> fixtures = new ArrayList<>();
        for (String typed : cases) {
            read(typed, checkout).forEach(read -> fixtures.add(predict(read, typed, platforms, trouble)));
        }
        Warnings warnings = trouble.in(fixtures).warnings();
        shared.out().print(format == Format.JSON ? json(fixtures) : yaml(fixtures));
        shared.out().flush();
        shared.warn(warnings);
        return ExitCode.FINE;
    }

    /** An id stands for the case itself, whatever platform it was recorded on. */
    private static List<AskedCase> read(String typed, Checkout checkout) {
        if (!CaseChoice.isId(typed)) {
            return List.of(AskedCase.read(StrictYaml.text(checkout.file(typed), typed), typed));
        }
        Corpus corpus = Corpus.at(checkout.root());
        return new CaseChoice(checkout)
                .ids(typed).stream()
                        .map(corpus::read)
                        .map(one -> new AskedCase(one.performed(), Optional.empty(), one.feature()))
                        .toList();
    }

    private Fixture predict(AskedCase read, String typed, PlatformChoice platforms, KnownTrouble trouble) {
        PlatformId id = platform != null
                ? platforms.of(platform)
                : platforms.of(
                        read.platform().orElseThrow(() -> new NoPlatform(typed)).toString());
        Machine machine = platforms.platforms().machine(id);
        try {
            return Performance.predicted(
                    read.performed(),
                    id,
                    machine,
                    platforms.platforms().topology(read.performed().topology(), machine.profile()),
                    read.feature());
        } catch (NotModelled why) {
            shared.warn(trouble.unanswered(read.performed(), id).warnings());
            throw why;
        }
    }

    private static String yaml(List<Fixture> fixtures) {
        return fixtures.stream().map(FixtureFile::write).collect(Collectors.joining("---\n"));
    }

    private static String json(List<Fixture> fixtures) {
        if (fixtures.size() == 1) {
            return FixtureFile.json(fixtures.get(0));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("fixtures", fixtures.stream().map(FixtureFile::tree).toList());
        return PrettyJson.of(all);
    }
}
