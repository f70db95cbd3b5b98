// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Releases;

/**
 * What of a profile only follows from its source.
 *
 * @param claims each with the releases for which it holds
 */
record Inferred(List<Claim> claims) {
    private static final String KEY = "inferred";

    /** A sentence, and the releases of which it is true. */
    record Claim(Releases releases, String sentence) {}

    Inferred {
        claims = List.copyOf(claims);
    }

    /** Takes a sentence about all releases, or a list of them by releases; an absent one confesses nothing. */
    static Inferred take(Fields fields) {
        if (!fields.has(KEY)) {
            return new Inferred(List.of());
        }
        Object told = fields.any(KEY);
        if (told instanceof String sentence) {
            return new Inferred(List.of(new Claim(Releases.ALL, sentence)));
        }
        if (told instanceof List<?> list) {
            List<Claim> claims = new ArrayList<>();
            for (Object one : list) {
                claims.add(claim(one, fields.path(KEY) + "[" + claims.size() + "]"));
            }
            return new Inferred(claims);
        }
        throw new CodecProblem(fields.path(KEY), "a sentence, or a list of them by releases", "another type");
    }

    private static Claim claim(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        Releases releases = fields.parsed("releases", "releases such as '6.4..6.10'", ReleaseRange::parse);
        String sentence = fields.text("value");
        fields.end();
        return new Claim(releases, sentence);
    }

    /** Returns what is inferred about a release; empty when nothing is. */
    Optional<String> about(Release release) {
        String all = claims.stream()
                .filter(claim -> claim.releases().contains(release))
                .map(Claim::sentence)
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
