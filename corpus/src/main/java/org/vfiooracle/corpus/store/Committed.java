// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import java.nio.file.Files;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.engine.platform.PlatformId;

/** What the corpus holds of a case at this moment, whatever state its file is in. */
final class Committed {
    private Committed() {}

    /** Returns the fixtures by platform; those of a file that cannot be read are empty, and none where there is no file. */
    static SortedMap<PlatformId, Optional<Fixture>> fixtures(Corpus corpus, CaseId id) {
        SortedMap<PlatformId, Optional<Fixture>> fixtures = new TreeMap<>();
        if (Files.exists(corpus.path(id))) {
            try {
                corpus.read(id).fixtures().forEach((platform, fixture) -> fixtures.put(platform, Optional.of(fixture)));
            } catch (YamlProblem broken) {
                platforms(corpus, id).forEach(platform -> fixtures.put(platform, Optional.empty()));
            }
        }
        return fixtures;
    }

    /** Whether a fixture says all that another says: its text is the same. */
    static Predicate<Fixture> as(Fixture now) {
        String text = FixtureFile.write(now);
        return before -> FixtureFile.write(before).equals(text);
    }

    private static Iterable<PlatformId> platforms(Corpus corpus, CaseId id) {
        try {
            return corpus.text(id).platforms();
        } catch (YamlProblem broken) {
            return java.util.List.of();
        }
    }
}
