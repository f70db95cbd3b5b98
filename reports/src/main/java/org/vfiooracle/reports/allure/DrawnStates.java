// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.reports.picture.BeforeAfter;
import org.vfiooracle.reports.picture.Picture;

/** States as pictures in HTML: one for all platforms whose pictures are the same. */
final class DrawnStates {
    private DrawnStates() {}

    /**
     * Returns what a scenario ends in, under {@code title}; the first picture can be seen, each other one is opened by its platforms.
     */
    static String html(String title, List<Fixture> fixtures) {
        return html(title, drawn(fixtures, Fixture::platform, Picture::looks, Picture::inline));
    }

    /** Returns the states before and after wrong answers, in the same form. */
    static String ofCalls(String title, List<PlatformResult.Wrong> wrong) {
        return html(
                title,
                drawn(
                        wrong,
                        PlatformResult.Wrong::platform,
                        each -> picture(each).looks(),
                        each -> picture(each).inline()));
    }

    /** Returns how many containers there are at most in a picture of these. */
    static int containers(List<Fixture> recorded, List<PlatformResult.Wrong> wrong) {
        IntStream ends =
                recorded.stream().mapToInt(each -> each.last().containers().size());
        IntStream wrongEnds = wrong.stream()
                .mapToInt(each -> each.fixture().last().containers().size());
        IntStream calls = wrong.stream().mapToInt(each -> picture(each).containers());
        return IntStream.concat(ends, IntStream.concat(wrongEnds, calls)).max().orElse(0);
    }

    private static BeforeAfter picture(PlatformResult.Wrong wrong) {
        return new BeforeAfter(wrong.platform(), wrong.call());
    }

    private static String html(String title, Map<String, List<PlatformId>> drawn) {
        return drawn.entrySet().stream()
                .map(each -> "<details><summary>" + title + Html.code(PlatformNames.of(each.getValue())) + "</summary>"
                        + each.getKey() + "</details>")
                .collect(joining())
                .replaceFirst("<details>", "<details open>");
    }

    private static <T> Map<String, List<PlatformId>> drawn(
            List<T> all, Function<T, PlatformId> platform, Function<T, Object> looks, Function<T, String> draw) {
        Map<Object, String> pictures = new HashMap<>();
        Map<String, List<PlatformId>> drawn = new LinkedHashMap<>();
        for (T each : all) {
            String picture = pictures.computeIfAbsent(looks.apply(each), any -> draw.apply(each));
            drawn.computeIfAbsent(picture, any -> new ArrayList<>()).add(platform.apply(each));
        }
        return drawn;
    }
}
