// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CurveTest {
    @Test
    void the_curve_goes_from_nothing_to_what_all_cases_catch() {
        String svg = Curve.svg("some-platform", List.of(new Curve.Point(1, 40), new Curve.Point(2, 60)), 80);

        assertThat(svg)
                .contains("<title>some-platform</title>", "<desc>2 cases catch 60 of 80 mistakes</desc>")
                .contains("<path class=\"line c0\" d=\"M64 184 L340 112 L616 76\"/>")
                .contains(">60 of 80 caught</text>", ">2 cases</text>", ">80</text>");
    }
}
