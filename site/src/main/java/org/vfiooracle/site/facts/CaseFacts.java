// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.documents.facts.AskedKernel;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.run.ScenarioRun;

/**
 * A case with its answers.
 *
 * @param run the scenario that it comes from
 * @param fixtures by platform, by generation and release
 */
public record CaseFacts(ScenarioRun run, SortedMap<PlatformId, Fixture> fixtures) {
    /** Returns a case that passed. */
    public static CaseFacts of(ScenarioRun run) {
        SortedMap<PlatformId, Fixture> fixtures = new TreeMap<>(AskedKernel.BY_RELEASE);
        run.fixtures().forEach(fixture -> fixtures.put(fixture.platform(), fixture));
        return new CaseFacts(run, fixtures);
    }

    /** Its id. */
    public CaseId id() {
        return run.source().origin().id();
    }

    /** The title of its scenario, and the name of its row where the title does not say it. */
    public String title() {
        String title = run.source().text().title();
        return id().row()
                .filter(row -> !title.contains(row))
                .map(row -> title + " (" + row + ")")
                .orElse(title);
    }

    /** Its page. */
    public String page() {
        return page(id());
    }

    /** The page of a case. */
    public static String page(CaseId id) {
        return "cases/" + id + ".html";
    }

    /** Its operations. */
    public List<Operation> operations() {
        return fixtures.isEmpty()
                ? List.of()
                : fixtures.values().iterator().next().performed().operations();
    }

    /** The operation that the scenario is about, as a fixture has it. */
    public Optional<RecordedStep> asked(Fixture fixture) {
        return run.asked() < fixture.steps().size()
                ? Optional.of(fixture.steps().get(run.asked()))
                : Optional.empty();
    }

    /** The platforms by what they say to the operation that the scenario is about, in order of their first platform. */
    public Map<Said, List<PlatformId>> said() {
        Map<Said, List<PlatformId>> said = new LinkedHashMap<>();
        fixtures.values().forEach(fixture -> asked(fixture).ifPresent(step -> said.computeIfAbsent(
                        new Said(step.outcome().answer(), step.rule(), step.intended()), any -> new ArrayList<>())
                .add(fixture.platform())));
        return said;
    }
}
