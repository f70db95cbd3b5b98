// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.strength;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.generator.strength.MeasuredPlatform;
import org.vfiooracle.generator.strength.StrengthFile;
import org.vfiooracle.generator.strength.Survivors;
import org.vfiooracle.reports.picture.Curve;
import org.vfiooracle.site.html.Frame;
import org.vfiooracle.site.html.SiteFolder;
import org.vfiooracle.site.search.SearchIndex;

/** Writes the pages that tell what the recorded cases catch of the mistakes that can be made: one of all platforms, and one of each. */
public final class MistakesPage {
    private static final String PATH = "strength/index.html";
    private static final double MOST = 0.9;

    private final SiteFolder folder;
    private final Survivors survivors;

    private MistakesPage(SiteFolder folder, Survivors survivors) {
        this.folder = folder;
        this.survivors = survivors;
    }

    /**
     * Writes them.
     *
     * @param root of the checkout
     * @throws org.vfiooracle.contract.yaml.YamlProblem when what was measured, or a reason, is written wrongly
     */
    public static void write(Path root, SiteFolder folder, SearchIndex index) {
        MistakesPage page = new MistakesPage(folder, Survivors.read(root));
        List<MistakesView.Measured> measured = StrengthFile.read(root).platforms().stream()
                .filter(platform -> !platform.curve().isEmpty())
                .map(page::measured)
                .toList();
        folder.page(Frame.of("Strength", PATH, PATH), "strength", new MistakesView(measured));
        for (MistakesView.Measured one : measured) {
            String path = "strength/" + one.name() + ".html";
            folder.page(Frame.of("Strength on " + one.name(), path, PATH), "measured", one);
        }
        index.add("page", "Strength", "What the cases catch of the mistakes that can be made", "mutants", PATH);
    }

    private MistakesView.Measured measured(MeasuredPlatform one) {
        List<MeasuredPlatform.Point> curve = one.curve();
        MeasuredPlatform.Point last = curve.get(curve.size() - 1);
        int most = curve.stream()
                .filter(point -> point.caught() >= MOST * last.caught())
                .findFirst()
                .orElse(last)
                .cases();
        List<MistakesView.Survivors> left = survivors(one);
        return new MistakesView.Measured(
                one.platform().toString(),
                one.cases(),
                one.mistakes(),
                one.caught(),
                left.stream()
                        .filter(group -> !group.kind().isEmpty())
                        .mapToInt(group -> group.mistakes().size())
                        .sum(),
                most,
                last.cases(),
                folder.picture(Curve.svg(
                        one.platform().toString(),
                        curve.stream()
                                .map(point -> new Curve.Point(point.cases(), point.caught()))
                                .toList(),
                        one.mistakes())),
                one.tallies().stream()
                        .map(tally -> new MistakesView.Tally(tally.kind().sentence(), tally.caught(), tally.of()))
                        .toList(),
                left);
    }

    /** Those without a reason first. */
    private List<MistakesView.Survivors> survivors(MeasuredPlatform one) {
        Survivors reasons = survivors.on(one.platform());
        Map<List<String>, List<String>> groups = new LinkedHashMap<>();
        groups.put(List.of("", ""), new ArrayList<>());
        for (String mistake : one.survivors()) {
            Optional<Survivors.Reason> reason = reasons.of(mistake);
            groups.computeIfAbsent(
                            reason.map(known -> List.of(known.kind().key(), known.why()))
                                    .orElse(List.of("", "")),
                            any -> new ArrayList<>())
                    .add(mistake);
        }
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new MistakesView.Survivors(
                        group.getKey().get(0), group.getKey().get(1), group.getValue()))
                .toList();
    }
}
