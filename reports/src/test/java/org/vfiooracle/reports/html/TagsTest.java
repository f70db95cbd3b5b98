// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tags are shown in the order in which they were written. */
final class TagsTest {
    private static final String LABELS = """
            {"labels":[{"name":"tag","value":"ioda1"},{"name":"epic","value":"x"},{"name":"tag","value":"phb4"},\
            {"name":"tag","value":"seed"}],"extra":{"severity":"normal","tags":[TAGS]}}""";

    @Test
    void tags_have_the_order_of_the_labels() {
        assertThat(Tags.inOrder(LABELS.replace("TAGS", "\"seed\",\"phb4\",\"ioda1\"")))
                .isEqualTo(LABELS.replace("TAGS", "\"ioda1\",\"phb4\",\"seed\""));
    }

    @Test
    void tags_that_are_not_those_of_the_labels_stay() {
        String other = LABELS.replace("TAGS", "\"seed\",\"x86\"");

        assertThat(Tags.inOrder(other)).isEqualTo(other);
    }
}
