// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the search for the deviation that decided relies on: which procedures were performed, and which are others. */
final class CatalogueTest {
    private static final Procedure.Name<String> ONE = new Procedure.Name<>("one", String.class);
    private static final Procedure.Name<String> TWO = new Procedure.Name<>("two", String.class);
    private static final Rule RULE = Rule.read("made.up", "nowhere", "Something holds");
    private static final Catalogue BOTH = Catalogue.of(List.of(
            Procedure.of(ONE, RULE, Step.of("step", call -> Progress.done(call.state()))), Procedure.of(TWO, RULE)));

    @Test
    void who_watches_hears_of_each_procedure_that_is_looked_up() {
        Set<String> found = new TreeSet<>();
        Catalogue watched = BOTH.watched(found::add);

        assertThat(watched.find(TWO)).isSameAs(BOTH.find(TWO));
        assertThat(found).containsExactly("two");
    }

    @Test
    void an_edited_procedure_is_another_one_and_the_rest_is_not() {
        Catalogue edited = BOTH.edit(ONE, "step", step -> Optional.empty());

        assertThat(BOTH.differences(edited)).containsExactly("one");
        assertThat(BOTH.differences(BOTH)).isEmpty();
    }
}
