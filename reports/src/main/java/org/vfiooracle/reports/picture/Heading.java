// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.wording.OperationText;

/** The case, the platform, and what was done last. */
final class Heading implements Block {
    private static final int TITLE = 40;
    private static final int CALL = 80;

    private final Fixture fixture;

    Heading(Fixture fixture) {
        this.fixture = fixture;
    }

    /** The accessible title of the whole picture. */
    String title() {
        return fixture.performed().id() + " on " + fixture.platform();
    }

    @Override
    public int height() {
        return 44;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.text("title", x, y + 16, Words.cut(fixture.performed().id().toString(), TITLE));
        svg.textTo(
                "mono soft",
                Picture.WIDTH - Picture.MARGIN,
                y + 14,
                fixture.platform().toString());
        svg.text("soft", x, y + 40, last());
    }

    private String last() {
        int count = fixture.steps().size();
        if (count == 0) {
            return "before any operation";
        }
        RecordedStep step = fixture.steps().get(count - 1);
        return "after operation " + count + ": " + Words.cut(OperationText.of(step.operation()), CALL) + " = "
                + step.outcome().answer();
    }
}
