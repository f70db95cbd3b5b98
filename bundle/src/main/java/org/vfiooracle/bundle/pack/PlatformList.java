// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.platforms.CorpusPlatforms;
import org.vfiooracle.contract.yaml.YamlWriter;
import org.vfiooracle.engine.platform.PlatformId;

/** The platforms that fixtures are taken along of, and the further ones that equal them. */
final class PlatformList {
    private static final long FORMAT = 1;

    private PlatformList() {}

    /** Returns the part of {@code all} that is about {@code some} of the recorded platforms. */
    static String text(CorpusPlatforms all, Collection<PlatformId> some) {
        Map<PlatformId, PlatformId> equal = new TreeMap<>(all.equal());
        equal.values().retainAll(some);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put(
                "platforms",
                all.platforms().stream()
                        .filter(some::contains)
                        .map(PlatformId::toString)
                        .toList());
        tree.put(
                "equals",
                equal.entrySet().stream()
                        .map(entry -> equal(entry.getKey(), entry.getValue()))
                        .toList());
        return FixtureFile.LICENCE + YamlWriter.write(tree);
    }

    private static Map<String, Object> equal(PlatformId platform, PlatformId recorded) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("platform", platform.toString());
        tree.put("recorded_as", recorded.toString());
        return tree;
    }
}
