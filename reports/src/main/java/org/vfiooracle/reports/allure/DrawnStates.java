// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.reports.picture.Picture;

/** What a scenario ends in, as pictures in HTML: one for all platforms whose pictures are the same. */
final class DrawnStates {
    private DrawnStates() {}

    /** Returns the pictures under {@code title}; the first can be seen, each other one is opened by its platforms. */
    static String html(String title, List<Fixture> fixtures) {
        return drawn(fixtures).entrySet().stream()
                .map(drawn -> "<details><summary>" + title + Html.code(PlatformNames.of(drawn.getValue()))
                        + "</summary>" + drawn.getKey() + "</details>")
                .collect(joining())
                .replaceFirst("<details>", "<details open>");
    }

    private static Map<String, List<PlatformId>> drawn(List<Fixture> fixtures) {
        Map<Object, String> pictures = new HashMap<>();
        Map<String, List<PlatformId>> drawn = new LinkedHashMap<>();
        for (Fixture fixture : fixtures) {
            String picture = pictures.computeIfAbsent(Picture.looks(fixture), any -> Picture.inline(fixture));
            drawn.computeIfAbsent(picture, any -> new ArrayList<>()).add(fixture.platform());
        }
        return drawn;
    }
}
