// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.platform.PlatformId;

/** Platforms in few words. */
final class PlatformNames {
    private PlatformNames() {}

    /** Returns one platform by its id, and several as {@code ioda2 4.2-64k 6.12-4k, phb4 6.12-4k}. */
    static String of(List<PlatformId> platforms) {
        return String.join(", ", lines(platforms));
    }

    /** Returns the same with each generation by itself. */
    static List<String> lines(List<PlatformId> platforms) {
        if (platforms.size() == 1) {
            return List.of(platforms.get(0).toString());
        }
        Map<String, List<String>> kernels = new LinkedHashMap<>();
        for (PlatformId platform : platforms) {
            kernels.computeIfAbsent(platform.generation(), any -> new ArrayList<>())
                    .add(platform.release() + "-" + platform.page());
        }
        return kernels.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.join(" ", entry.getValue()))
                .toList();
    }
}
