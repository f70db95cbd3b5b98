// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.corpus.evidence.Evidence;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.explain.Tracer;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.input.CaseChoice;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.NoSuchStep;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.terminal.page.CasePage;
import org.vfiooracle.terminal.page.Grouped;
import org.vfiooracle.terminal.page.Page;
import org.vfiooracle.terminal.page.TraceView;

/** Explains recorded cases. */
final class CaseExplanation {
    private final Checkout checkout;
    private final PlatformChoice platforms;
    private final KnownTrouble trouble;

    /**
     * Prepares to explain.
     *
     * @param trouble is shown the cases of a platform that somebody asks about
     */
    CaseExplanation(Checkout checkout, PlatformChoice platforms, KnownTrouble trouble) {
        this.checkout = checkout;
        this.platforms = platforms;
        this.trouble = trouble;
    }

    /**
     * Explains {@code @ID}, {@code @ID#3}, {@code FILE.yaml} or {@code FILE.yaml#3}.
     *
     * @param picture where to draw it
     */
    Page of(String subject, Optional<String> platform, Optional<Path> picture) {
        int hash = subject.lastIndexOf('#');
        String what = hash < 0 ? subject : subject.substring(0, hash);
        OptionalInt step = hash < 0 ? OptionalInt.empty() : number(subject, hash);
        Map<String, List<Fixture>> byId = new LinkedHashMap<>();
        List<Fixture> fixtures = fixtures(what, platform);
        if (platform.isPresent() || !CaseChoice.isId(what)) {
            trouble.in(fixtures);
        }
        for (Fixture fixture : fixtures) {
            if (step.isPresent()
                    && (step.getAsInt() < 1 || step.getAsInt() > fixture.steps().size())) {
                throw new NoSuchStep(subject, fixture.steps().size());
            }
            byId.computeIfAbsent(fixture.performed().id().toString(), id -> new ArrayList<>())
                    .add(fixture);
        }
        Tracer tracer = new Tracer(platforms.platforms());
        picture.ifPresent(file -> CasePicture.write(file, subject, step, fixtures, tracer));
        List<CaseId> ids =
                byId.values().stream().map(same -> same.get(0).performed().id()).toList();
        Ledgers ledgers = Ledgers.about(checkout.root(), ids);
        List<CasePage.Explained> cases = new ArrayList<>();
        byId.forEach((id, same) -> cases.add(new CasePage.Explained(
                id,
                same.get(0).feature(),
                Grouped.of(same, Fixture::platform, views(tracer, step, same)),
                evidence(same, ledgers))));
        return new CasePage(cases);
    }

    /** Platforms that were recorded as one answer share its steps, and are performed once. */
    private static Function<Fixture, TraceView> views(Tracer tracer, OptionalInt step, List<Fixture> same) {
        List<PlatformId> platforms = same.stream().map(Fixture::platform).toList();
        Map<List<RecordedStep>, TraceView> views = new IdentityHashMap<>();
        return fixture ->
                views.computeIfAbsent(fixture.steps(), any -> TraceView.explained(tracer.of(fixture), step, platforms));
    }

    private List<Fixture> fixtures(String what, Optional<String> platform) {
        Optional<List<PlatformId>> on = platform.map(platforms::some);
        CaseChoice choice = new CaseChoice(checkout);
        if (CaseChoice.isId(what)) {
            return on.map(some -> choice.of(what, some)).orElseGet(() -> choice.of(what));
        }
        List<Fixture> all = FixtureFile.readAll(StrictYaml.text(checkout.file(what), what), what);
        return on.filter(some -> all.size() > 1)
                .map(some -> CaseChoice.on(some, what, all))
                .orElse(all);
    }

    private static OptionalInt number(String subject, int hash) {
        String digits = subject.substring(hash + 1);
        return OptionalInt.of(digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0);
    }

    private static Map<String, String> evidence(List<Fixture> fixtures, Ledgers ledgers) {
        Map<String, String> evidence = new TreeMap<>();
        fixtures.forEach(fixture -> evidence.put(
                fixture.platform().toString(), Evidence.of(fixture, ledgers).toString()));
        return evidence;
    }
}
