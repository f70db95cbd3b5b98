// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.failure.Failure;

/** Failures of scenarios for programs. */
final class FailureJson {
    private FailureJson() {}

    static List<Map<String, Object>> of(List<Failure> failures) {
        return failures.stream().map(FailureJson::of).toList();
    }

    private static Map<String, Object> of(Failure failure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("place", failure.place().toString());
        failure.id().ifPresent(id -> json.put("id", id));
        json.put(
                "platforms",
                failure.platforms().stream().map(PlatformId::toString).toList());
        json.put("message", failure.message());
        json.put("hint", failure.hint());
        return json;
    }
}
