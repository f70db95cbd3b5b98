// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.steps.feature.NothingSelected;

/** What feature files have to look like, and how the oracle says that they do not. */
final class FeatureRulesTest {
    private static final String PASSING = """
            Given container "C1"
            When VFIO_GET_API_VERSION asks "C1"
            Then it answers
              | platforms | answer |
              | *         | 0      |
            """;

    @TempDir
    private Path folder;

    private TemporaryCheckout checkout;

    @BeforeEach
    void prepare() {
        checkout = new TemporaryCheckout(folder);
    }

    private static String scenario(String tags, String name) {
        return (tags.isEmpty() ? "" : "  " + tags + "\n") + "  Scenario: " + name + "\n" + PASSING.indent(4);
    }

    @Test
    void two_scenarios_with_one_id_are_refused_and_neither_is_recorded() {
        checkout.write("features/attach/a.feature", "Feature: a\n" + scenario("@ATTACH-900", "one"));
        checkout.write("features/attach/b.feature", "Feature: b\n" + scenario("@ATTACH-900", "two"));

        RecordingResult result = checkout.run();

        assertThat(TemporaryCheckout.text(result)).isEqualTo("""
                        features/attach/b.feature:3 @ATTACH-900
                          the id @ATTACH-900 is taken by features/attach/a.feature:3
                          ./oracle new scenario AREA prints the next free id""");
        assertThat(result.fixtures()).isEmpty();
    }

    @Test
    void an_id_is_compared_with_files_that_are_not_run() {
        checkout.write("features/attach/a.feature", "Feature: a\n" + scenario("@ATTACH-900", "one"));
        checkout.write("features/attach/b.feature", "Feature: b\n" + scenario("@ATTACH-900", "two"));

        assertThat(TemporaryCheckout.text(checkout.run("features/attach/b.feature")))
                .contains("is taken by features/attach/a.feature:3");
    }

    @Test
    void two_rows_with_one_name_are_refused() {
        checkout.write(TemporaryCheckout.FILE, """
                Feature: sample
                  @ATTACH-900
                  Scenario Outline: an extension: <case>
                    Given container "C1"
                    When VFIO_CHECK_EXTENSION asks "C1" for <extension>
                    Then it answers
                      | platforms | answer |
                      | *         | 0      |

                    Examples:
                      | case | extension |
                      | zero | 0         |
                      | zero | 4095      |
                """);

        assertThat(checkout.failures()).isEqualTo("""
                        features/attach/sample.feature:13 @ATTACH-900.zero
                          the id @ATTACH-900.zero is taken by features/attach/sample.feature:12
                          ./oracle new scenario AREA prints the next free id""");
        assertThat(checkout.run().fixtures()).isEmpty();
    }

    @Test
    void the_first_column_of_an_outline_names_its_rows() {
        checkout.write(TemporaryCheckout.FILE, """
                Feature: sample
                  @ATTACH-900
                  Scenario Outline: an extension
                    Given container "C1"
                    When VFIO_CHECK_EXTENSION asks "C1" for <extension>
                    Then it answers
                      | platforms | answer |
                      | *         | 0      |

                    Examples:
                      | extension |
                      | 4095      |

                  @ATTACH-901
                  Scenario Outline: another extension
                    Given container "C1"
                    When VFIO_CHECK_EXTENSION asks "C1" for <extension>
                    Then it answers
                      | platforms | answer |
                      | *         | 0      |

                    Examples:
                      | case     | extension |
                      | Not Good | 4095      |
                """);

        assertThat(checkout.failures()).isEqualTo("""
                        features/attach/sample.feature:12 @ATTACH-900
                          the first column of an outline is "case", found "extension"
                          a row is named by lower-case letters, digits and hyphens, as in same-phb

                        features/attach/sample.feature:24 @ATTACH-901
                          "Not Good" cannot name a row
                          a row is named by lower-case letters, digits and hyphens, as in same-phb""");
    }

    @Test
    void a_scenario_has_one_id() {
        checkout.write(
                TemporaryCheckout.FILE,
                "Feature: sample\n" + scenario("", "none") + scenario("@ATTACH-900 @ATTACH-901", "two"));

        assertThat(checkout.failures()).isEqualTo("""
                        features/attach/sample.feature:2
                          the scenario "none" has no id
                          give it one tag such as @ATTACH-012; ./oracle new scenario AREA prints the next free id

                        features/attach/sample.feature:9
                          the scenario has several ids: @ATTACH-900, @ATTACH-901
                          give it one tag such as @ATTACH-012; ./oracle new scenario AREA prints the next free id""");
    }

    @Test
    void an_id_belongs_to_the_folder_of_its_area() {
        checkout.write(TemporaryCheckout.FILE, "Feature: sample\n" + scenario("@DMA-WINDOW-900", "elsewhere"));

        assertThat(checkout.failures()).isEqualTo("""
                        features/attach/sample.feature:3 @DMA-WINDOW-900
                          the id @DMA-WINDOW-900 belongs to the area dma-window, and this is the folder of attach""");
    }

    @Test
    void a_retired_id_does_not_come_back() {
        checkout.scenario(PASSING).write("features/retired-ids", "# why\nATTACH-900  merged into ATTACH-012\n");

        assertThat(checkout.failures()).isEqualTo("""
                        features/attach/sample.feature:3 @ATTACH-900
                          the id @ATTACH-900 is retired: features/retired-ids:2
                          ids are never reused; ./oracle new scenario AREA prints the next free id""");
        assertThat(checkout.run().fixtures()).isEmpty();
    }

    @Test
    void names_are_short_and_unique_in_their_file() {
        checkout.write(
                TemporaryCheckout.FILE,
                "Feature: sample\n"
                        + scenario("@ATTACH-900", "x".repeat(81))
                        + scenario("@ATTACH-901", "same")
                        + scenario("@ATTACH-902", "same"));

        assertThat(checkout.failures()).isEqualTo("""
                        features/attach/sample.feature:3 @ATTACH-900
                          a scenario has a name of 1 to 80 characters, this one has 81

                        features/attach/sample.feature:17 @ATTACH-902
                          the name "same" is that of the scenario in line 10, too""");
        assertThat(checkout.run().fixtures()).hasSize(5);
    }

    @Test
    void tags_are_registered() {
        checkout.write("features/tags", "# tags\n@seed  the thread of 2015\n");
        checkout.write(
                TemporaryCheckout.FILE,
                "@ATTACH-800 @seed\nFeature: sample\n" + scenario("@ATTACH-900 @seed @speed", "tagged"));

        assertThat(checkout.failures()).isEqualTo("""
                        features/attach/sample.feature:1
                          the id @ATTACH-800 is not that of one scenario

                        features/attach/sample.feature:3 @ATTACH-900
                          the tag @speed is not in features/tags
                          registered: @seed""");
    }

    @Test
    void tables_have_few_rows() {
        checkout.scenario("Given container \"C1\"\nWhen VFIO_GET_API_VERSION asks \"C1\"\nThen it answers\n"
                + "  | platforms | answer |\n"
                + "  | *         | 0      |\n".repeat(26));

        assertThat(checkout.failures())
                .contains("features/attach/sample.feature:8 @ATTACH-900\n"
                        + "  a table has at most 25 rows, this one has 26");
    }

    @Test
    void what_is_no_gherkin_is_told_with_line_and_column() {
        checkout.write(TemporaryCheckout.FILE, "Feature: sample\n\n  Scenarrio: oops\n    Given container\n  @x\n");

        assertThat(checkout.failures()).startsWith("features/attach/sample.feature:6:1\n  not valid Gherkin: ");
    }

    @Test
    void a_broken_file_does_not_disturb_another() {
        checkout.scenario(PASSING)
                .write("features/attach/zbroken.feature", "Feature: b\n  Scenario: x\n  Given\n\"\"\"\n");

        assertThat(TemporaryCheckout.text(checkout.run(TemporaryCheckout.FILE))).isEmpty();
        assertThat(TemporaryCheckout.text(checkout.run("@ATTACH-900"))).isEmpty();
        assertThat(checkout.failures()).startsWith("features/attach/zbroken.feature:");
    }

    @Test
    void an_undefined_step_shows_the_nearest() {
        checkout.scenario("Given group \"G1\"\nAnd \"G1\" sits in container \"C1\" with IOMMU v2\n");

        assertThat(checkout.failures()).isEqualTo("""
                        features/attach/sample.feature:5 @ATTACH-900
                          no such step: "G1" sits in container "C1" with IOMMU v2
                          similar steps:
                            Given "G1" is in container "C1" with IOMMU type v2
                            Given "G1" is in container "C1"
                          ./oracle steps lists all steps""");
    }

    @Test
    void a_selection_that_selects_nothing_is_refused() {
        checkout.scenario(PASSING);

        assertThatThrownBy(() -> checkout.run("@ATTACH-999"))
                .isInstanceOf(NothingSelected.class)
                .hasMessage("no scenario is selected by \"@ATTACH-999\"");
        assertThatThrownBy(() -> checkout.run("features/nothing.feature"))
                .isInstanceOf(NothingSelected.class)
                .hasMessageContaining("found \"features/nothing.feature\"");
    }

    @Test
    void a_line_selects_the_scenario_that_it_is_in() {
        checkout.write(
                TemporaryCheckout.FILE,
                "Feature: sample\n" + scenario("@ATTACH-900", "first") + scenario("@ATTACH-901", "second"));

        assertThat(checkout.run(TemporaryCheckout.FILE + ":12").runs())
                .extracting(run -> run.source().origin().id().toString())
                .containsExactly("ATTACH-901");
        assertThat(checkout.run("features/attach").runs()).hasSize(2);
        assertThat(checkout.run("@ATTACH-900").runs()).hasSize(1);
    }

    @Test
    void a_file_has_at_most_250_lines() {
        String longer = "Feature: sample\n" + scenario("@ATTACH-900", "one") + "\n".repeat(243) + "# the end\n";

        assertThat(checkout.write(TemporaryCheckout.FILE, longer).failures()).isEqualTo("""
                        features/attach/sample.feature:251
                          a feature file has at most 250 lines, this one has 252
                          move some of its rules to a file of their own""");
        assertThat(checkout.write(TemporaryCheckout.FILE, longer.replace("\n\n\n", "\n"))
                        .failures())
                .isEmpty();
    }
}
