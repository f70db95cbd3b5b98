// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.OwnErrors;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.verdict.tolerance.ErrorFile;
import org.vfiooracle.verdict.tolerance.Waiver;
import org.vfiooracle.verdict.tolerance.WaiverFile;
import org.vfiooracle.verdict.tolerance.Waivers;
import picocli.CommandLine.Option;

/** What somebody has declared of an implementation. */
final class Tolerance {
    @Option(
            names = "--waivers",
            paramLabel = "FILE",
            description =
                    "Differences that are expected, each with a reason. One that does not occur, or whose waiver has "
                            + "expired, is a finding (docs/how-to/test-an-implementation.md).")
    private @Nullable Path waivers;

    @Option(names = "--errors", paramLabel = "FILE", description = "What the implementation calls the errors of Linux.")
    private @Nullable Path errors;

    /** Reads the names of errors. */
    OwnErrors errors(Checkout checkout) {
        return errors == null ? OwnErrors.NONE : ErrorFile.parse(text(errors, checkout), errors.toString());
    }

    /** Reads the waivers. */
    List<Waiver> waivers(Checkout checkout) {
        return waivers == null ? List.of() : WaiverFile.parse(text(waivers, checkout), waivers.toString());
    }

    /**
     * Judges a result by waivers.
     *
     * @param whole whether all cases were asked for
     */
    static DiffResult judged(DiffResult result, List<Waiver> waivers, Checkout checkout, boolean whole) {
        return waivers.isEmpty()
                ? result
                : new Waivers(
                                waivers,
                                LocalDate.now(ZoneOffset.UTC),
                                Corpus.at(checkout.root()).ids(),
                                whole)
                        .in(result);
    }

    private static String text(Path file, Checkout checkout) {
        return StrictYaml.text(checkout.file(file.toString()), file.toString());
    }
}
