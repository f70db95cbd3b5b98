// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * The platforms that fixtures are recorded for.
 *
 * @param platforms in order of name
 * @param equal further platforms, each with the recorded one that it equals
 */
public record CorpusPlatforms(List<PlatformId> platforms, Map<PlatformId, PlatformId> equal) {
    /** Where it stands below the root of a checkout. */
    public static final String FILE = "fixtures/corpus/platforms.yaml";

    /** More would make the corpus too large. */
    public static final int MOST = 32;

    private static final String FORM = "a platform such as phb4-linux-6.12-4k";
    private static final String SEVERAL = "platforms";
    private static final String FORM_OF_SEVERAL =
            "platforms such as \"phb4 on 6.13..7.2 with 4k\", with both ends of a range";

    public CorpusPlatforms {
        platforms = List.copyOf(platforms);
        equal = Map.copyOf(equal);
    }

    /**
     * Reads the list of a checkout.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is missing or wrong
     */
    public static CorpusPlatforms read(Path root) {
        return parse(StrictYaml.text(root.resolve(FILE), FILE), FILE);
    }

    /**
     * Reads a list.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is none, or not in order, or too long
     */
    public static CorpusPlatforms parse(String text, String label) {
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            if (fields.number("format") != 1) {
                throw new CodecProblem("format", "1", "another number");
            }
            List<PlatformId> platforms = fields.list("platforms", CorpusPlatforms::platform);
            inOrder(platforms);
            Map<PlatformId, PlatformId> equal = equal(fields, platforms);
            fields.end();
            return new CorpusPlatforms(platforms, equal);
        });
    }

    /** Returns the recorded platform that stands for {@code id}: itself, or the one that it equals. */
    public Optional<PlatformId> standsFor(PlatformId id) {
        return platforms.contains(id) ? Optional.of(id) : Optional.ofNullable(equal.get(id));
    }

    private static PlatformId platform(Object element, String path) {
        try {
            return PlatformId.parse(String.valueOf(element));
        } catch (IllegalArgumentException e) {
            throw new CodecProblem(path, FORM, "\"" + element + "\"");
        }
    }

    private static void inOrder(List<PlatformId> platforms) {
        if (platforms.isEmpty() || platforms.size() > MOST) {
            throw new CodecProblem("platforms", "1 to " + MOST + " platforms", platforms.size() + " of them");
        }
        for (int i = 0; i < platforms.size(); i++) {
            String place = "platforms[" + i + "]";
            if (platforms.get(i).release().pointed()) {
                throw new CodecProblem(
                        place,
                        "a release without point release",
                        platforms.get(i).toString());
            }
            if (i > 0 && platforms.get(i - 1).compareTo(platforms.get(i)) >= 0) {
                throw new CodecProblem(
                        place, "platforms in order, each once", platforms.get(i).toString());
            }
        }
    }

    private static Map<PlatformId, PlatformId> equal(Fields fields, List<PlatformId> platforms) {
        Map<PlatformId, PlatformId> equal = new HashMap<>();
        for (Fields entry : fields.listOrEmpty("equals", Fields::of)) {
            List<PlatformId> named = entry.has(SEVERAL)
                    ? entry.parsed(SEVERAL, FORM_OF_SEVERAL, text -> PlatformPattern.parse(text)
                            .all())
                    : List.of(entry.parsed("platform", FORM, PlatformId::parse));
            PlatformId recorded = entry.parsed("recorded_as", FORM, PlatformId::parse);
            entry.end();
            if (!platforms.contains(recorded)) {
                throw new CodecProblem(entry.path("recorded_as"), "a platform of this list", recorded.toString());
            }
            for (PlatformId platform : named) {
                if (platforms.contains(platform) || equal.put(platform, recorded) != null) {
                    throw new CodecProblem(
                            entry.path(), "platforms that are neither recorded nor named before", platform.toString());
                }
            }
        }
        return equal;
    }
}
