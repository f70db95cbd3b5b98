// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.platform.PlatformId;

/** What a user calls fixtures. */
final class FixtureChoiceTest {
    private static final Checkout CHECKOUT = Checkout.find(Optional.empty());
    private static List<Fixture> fixtures;

    @BeforeAll
    static void some() {
        Corpus corpus = Corpus.at(CHECKOUT.root());
        fixtures = corpus.fixtures(PlatformId.parse("x86-linux-6.12-4k")).toList();
    }

    @Test
    void each_area_has_a_name_that_means_it() {
        List<String> areas = fixtures.stream()
                .map(fixture -> fixture.performed().id().area())
                .distinct()
                .toList();

        assertThat(areas).contains("attach", "malformed-input", "type1");
        for (String area : areas) {
            assertThat(fixtures.stream().filter(chosen(area)))
                    .isNotEmpty()
                    .allMatch(fixture -> fixture.performed().id().area().equals(area));
        }
    }

    @Test
    void a_scenario_means_all_its_cases_and_a_case_itself() {
        assertThat(fixtures.stream().filter(chosen("@TYPE1-135"))).hasSize(2);
        assertThat(fixtures.stream().filter(chosen("TYPE1-135.basic"))).hasSize(1);
    }

    @Test
    void what_is_none_of_these_is_told_with_what_there_is() {
        assertThatThrownBy(() -> chosen("type2"))
                .isInstanceOf(UnknownName.class)
                .hasMessageContaining("there is no fixture, scenario or area of this name");
    }

    @Test
    void a_folder_is_no_choice_of_fixtures() {
        assertThatThrownBy(() -> chosen("fixtures/corpus"))
                .isInstanceOf(NotFixtures.class)
                .hasMessageContaining("a folder cannot be chosen as fixtures")
                .hasMessageContaining("found:    fixtures/corpus");
    }

    private static Predicate<Fixture> chosen(String typed) {
        return new FixtureChoice(CHECKOUT, List.of(typed)).fixtures();
    }
}
