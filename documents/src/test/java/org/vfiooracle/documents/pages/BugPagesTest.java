// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vfiooracle.advice.bugs.KnownBug;
import org.vfiooracle.advice.bugs.KnownBugs;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.ProgramDeviations;

final class BugPagesTest {
    private final KnownBugs known = KnownBugs.read(Path.of(System.getProperty("vfiooracle.root")));

    @Test
    void every_deviation_of_the_model_has_a_bug_that_tells_its_story() {
        List<String> told = bugs().flatMap(bug -> bug.shownBy().stream()).toList();

        assertThat(Deviations.ALL).isNotEmpty().allSatisfy(deviation -> assertThat(told)
                .contains(deviation.id()));
        assertThat(ProgramDeviations.ALL).isNotEmpty().allSatisfy(deviation -> assertThat(told)
                .contains(deviation.id()));
    }

    @Test
    void no_number_is_given_twice() {
        assertThat(bugs().map(KnownBug::id)).hasSizeGreaterThan(90).doesNotHaveDuplicates();
    }

    private Stream<KnownBug> bugs() {
        return Stream.of(known.bugs(), known.qemu(), known.programs(), known.surprises())
                .flatMap(Collection::stream);
    }
}
