// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.format.FixtureHash;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.strength.MeasuredPlatform;
import org.vfiooracle.generator.strength.Stamp;
import org.vfiooracle.generator.strength.StrengthFile;

/** What is kept of the strength of the corpus is about the corpus and the model as they are. */
final class MeasuredStrengthTest {
    private static final StrengthFile FILE = StrengthFile.read(WholeSite.ROOT);

    @Test
    void each_platform_of_the_corpus_was_measured_as_it_is() {
        Map<PlatformId, List<String>> hashes = Corpus.at(WholeSite.ROOT)
                .fixtures()
                .collect(Collectors.groupingBy(
                        fixture -> fixture.platform(),
                        TreeMap::new,
                        Collectors.mapping(FixtureHash::of, Collectors.toList())));
        Platforms platforms = Platforms.load();

        List<PlatformId> old = hashes.keySet().stream()
                .filter(id -> FILE.of(id)
                        .filter(kept -> kept.stamp().equals(Stamp.of(platforms.machine(id), hashes.get(id))))
                        .isEmpty())
                .toList();

        assertThat(hashes).hasSizeGreaterThan(20);
        assertThat(old)
                .as("platforms whose measurement is old or missing: run bench/generator/strength PLATFORM...")
                .isEmpty();
        assertThat(FILE.platforms()).extracting(MeasuredPlatform::platform).containsExactlyElementsOf(hashes.keySet());
    }

    @Test
    void what_is_kept_adds_up() {
        assertThat(FILE.platforms()).isNotEmpty().allSatisfy(kept -> {
            assertThat(kept.survivors()).hasSize(kept.mistakes() - kept.caught());
            assertThat(kept.curve().get(kept.curve().size() - 1).caught()).isEqualTo(kept.caught());
            assertThat(kept.curve()).hasSizeLessThanOrEqualTo(kept.cases());
        });
    }
}
