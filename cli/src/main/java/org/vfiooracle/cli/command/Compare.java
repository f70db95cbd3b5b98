// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.conformance.contrast.Contrast;
import org.vfiooracle.conformance.contrast.ProgramComparison;
import org.vfiooracle.conformance.drive.CorpusExpectations;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.ProgramChoice;
import org.vfiooracle.steps.feature.Origins;
import org.vfiooracle.steps.scene.Origin;
import org.vfiooracle.terminal.page.ComparePage;
import org.vfiooracle.terminal.page.ProgramsPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what two platforms, or two programs above VFIO, do differently. */
@Command(
        name = "compare",
        header = Headers.COMPARE,
        description = {
            "%nFor each case that both platforms run, prints the first call that they answer differently, "
                    + "with both answers and both rules. Later differences of a case may be consequences of the first.",
            "%nPlatforms of the corpus are read from their fixtures. Others, such as a point release "
                    + "(phb4-linux-6.12.117-4k), are computed. Known bugs that decide a difference are told as warnings.",
            "%nTwo programs above VFIO (docs/reference/programs) are compared on all cases of the corpus that "
                    + "start a program. With --strictness structs, the VFIO calls that they make are compared, too.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle compare ioda2-linux-4.1-64k ioda2-linux-4.2-64k",
            "  ./oracle compare ioda2-linux-6.12-4k phb4-linux-6.12-4k --strictness structs",
            "  ./oracle compare qemu-2.11 qemu-2.12 --strictness structs"
        })
public final class Compare implements Callable<Integer> {
    /** The operation that starts a program, as case files have it. */
    private static final String START = "  - op: start\n";

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Parameters(index = "0", paramLabel = "PLATFORM|PROGRAM", description = "The first platform or program.")
    private String left = "";

    @Parameters(index = "1", paramLabel = "PLATFORM|PROGRAM", description = "The second one.")
    private String right = "";

    @Option(
            names = "--strictness",
            paramLabel = "HOW",
            defaultValue = "outcome",
            description =
                    "What to compare: outcome (answers), structs (also output fields), locked (also locked memory), effects (also what the hardware is told) or state (also what is left at the end). Default: ${DEFAULT-VALUE}.")
    private Strictness strictness = Strictness.OUTCOME;

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        PlatformChoice platforms = PlatformChoice.in(checkout, shared::say);
        if (ProgramChoice.named(left) || ProgramChoice.named(right)) {
            ProgramChoice.both(left, right);
            formatted.print(programs(checkout, platforms), shared.out());
            return ExitCode.FINE;
        }
        PlatformId a = platforms.of(left);
        PlatformId b = platforms.of(right);
        KnownTrouble trouble = new KnownTrouble(checkout, platforms.platforms());
        SortedMap<CaseId, Fixture> here = fixtures(checkout, platforms, a);
        SortedMap<CaseId, Fixture> there = fixtures(checkout, platforms, b);
        List<Contrast> differing = new ArrayList<>();
        int alike = 0;
        for (Map.Entry<CaseId, Fixture> entry : here.entrySet()) {
            Fixture other = there.get(entry.getKey());
            if (other != null) {
                Optional<Contrast> contrast = Contrast.of(entry.getValue(), other, strictness);
                if (contrast.isPresent()) {
                    differing.add(contrast.get());
                    trouble.in(List.of(entry.getValue(), other));
                } else {
                    alike++;
                }
            }
        }
        List<CaseId> onlyHere = missing(here.keySet(), there.keySet());
        List<CaseId> onlyThere = missing(there.keySet(), here.keySet());
        onlyHere.forEach(id -> unanswered(here, id, b, trouble));
        onlyThere.forEach(id -> unanswered(there, id, a, trouble));
        formatted.print(
                new ComparePage(a, b, alike, differing, names(checkout), onlyHere, onlyThere),
                trouble.warnings(),
                shared);
        return ExitCode.FINE;
    }

    /** A case that one platform cannot run may stop its kernel. */
    private static void unanswered(
            SortedMap<CaseId, Fixture> elsewhere, CaseId id, PlatformId on, KnownTrouble trouble) {
        Optional.ofNullable(elsewhere.get(id)).ifPresent(fixture -> trouble.unanswered(fixture.performed(), on));
    }

    private ProgramsPage programs(Checkout checkout, PlatformChoice platforms) {
        Corpus corpus = Corpus.at(checkout.root());
        Stream<ProgramComparison.Candidate> starting = corpus.mentioning(START)
                .map(text -> new ProgramComparison.Candidate(text.performed(), text.platforms()));
        return new ProgramsPage(
                left,
                right,
                ProgramComparison.of(left, right, starting::iterator, platforms.platforms(), strictness),
                names(checkout));
    }

    private static SortedMap<CaseId, Fixture> fixtures(Checkout checkout, PlatformChoice platforms, PlatformId id) {
        Corpus corpus = Corpus.at(checkout.root());
        CorpusExpectations expectations = new CorpusExpectations(
                platforms.platforms(),
                platforms.corpus(),
                platform -> corpus.fixtures(platform).toList(),
                fixture -> true);
        SortedMap<CaseId, Fixture> byId = new TreeMap<>();
        expectations
                .of(id)
                .fixtures()
                .forEach(fixture -> byId.put(fixture.performed().id(), fixture));
        return byId;
    }

    private static List<CaseId> missing(Set<CaseId> from, Set<CaseId> in) {
        return from.stream().filter(id -> !in.contains(id)).toList();
    }

    private static Function<CaseId, String> names(Checkout checkout) {
        Origins origins = Origins.in(checkout.root());
        return id -> origins.of(id).map(Origin::name).orElse("");
    }
}
