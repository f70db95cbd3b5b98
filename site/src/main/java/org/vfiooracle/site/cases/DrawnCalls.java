// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.reports.picture.BeforeAfter;
import org.vfiooracle.site.facts.CaseFacts;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.SiteFolder;

/** Draws the operation that a scenario is about, and the last one of a scenario that goes on. */
final class DrawnCalls {
    private final SiteFacts site;
    private final SiteFolder folder;

    private record Look(List<BeforeAfter.Half> halves, String answer) {}

    DrawnCalls(SiteFacts site, SiteFolder folder) {
        this.site = site;
        this.folder = folder;
    }

    List<DrawnCall> of(CaseFacts facts) {
        int count = facts.operations().size();
        if (count == 0) {
            return List.of();
        }
        Map<PlatformId, Performance> performed = new LinkedHashMap<>();
        for (Fixture fixture : facts.fixtures().values()) {
            performed.put(fixture.platform(), site.tracer().statesOf(fixture));
        }
        SortedSet<Integer> steps = new TreeSet<>(List.of(Math.min(facts.run().asked(), count - 1), count - 1));
        List<DrawnCall> drawn = new ArrayList<>();
        steps.forEach(step -> drawn.addAll(drawn(step, performed)));
        return drawn;
    }

    private List<DrawnCall> drawn(int step, Map<PlatformId, Performance> performed) {
        Map<Object, Look> known = new LinkedHashMap<>();
        Map<Look, List<PlatformId>> looks = new LinkedHashMap<>();
        performed.forEach((platform, performance) -> {
            PerformedOperation operation = performance.steps().get(step);
            BeforeAfter picture = new BeforeAfter(platform, operation);
            Look look = known.computeIfAbsent(
                    picture.looks(),
                    any -> new Look(
                            picture.halves(),
                            operation.transition().outcome().answer().toString()));
            looks.computeIfAbsent(look, any -> new ArrayList<>()).add(platform);
        });
        String text = OperationText.of(
                performed.values().iterator().next().steps().get(step).operation());
        return looks.entrySet().stream()
                .map(look -> new DrawnCall(
                        step + 1,
                        text + " = " + look.getKey().answer(),
                        look.getKey().halves().stream().map(this::filed).toList(),
                        site.spans(look.getValue())))
                .toList();
    }

    private DrawnCall.Drawn filed(BeforeAfter.Half half) {
        return new DrawnCall.Drawn(half.title(), folder.picture(half.svg()), half.told(), half.width(), half.height());
    }
}
