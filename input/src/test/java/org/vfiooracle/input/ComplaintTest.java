// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ComplaintTest {
    @Test
    void says_what_where_expected_found_and_hint_on_lines_of_their_own() {
        Complaint complaint = Complaint.that("unknown platform")
                .where("--platform")
                .expected("a platform")
                .found("phb9")
                .hint("did you mean phb4?");

        assertThat(complaint.text()).isEqualTo("""
                unknown platform
                  where:    --platform
                  expected: a platform
                  found:    phb9
                  hint:     did you mean phb4?""");
    }

    @Test
    void leaves_out_what_there_is_not() {
        assertThat(Complaint.that("unknown").found("x").hint("").text()).isEqualTo("unknown\n  found:    x");
    }
}
