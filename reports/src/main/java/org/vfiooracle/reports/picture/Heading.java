// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.List;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.PlatformId;

/** The case, the platform, and an operation with its answer. */
final class Heading implements Block {
    private static final int TITLE = 40;
    private static final int PIXELS_OF_CALL = 11;

    private final String id;
    private final String platform;
    private final String line;
    private final int width;

    private Heading(CaseId id, PlatformId platform, String line, int width) {
        this.id = id.toString();
        this.platform = platform.toString();
        this.line = line;
        this.width = width;
    }

    /** Says which operation is shown, after a few words; {@code width} is that of the picture. */
    Heading(CaseId id, PlatformId platform, String words, String operation, Answer answer, int width) {
        this(id, platform, words + Words.cut(operation, width / PIXELS_OF_CALL) + " = " + answer, width);
    }

    /** Says what was done last. */
    static Heading of(Fixture fixture, int width) {
        List<RecordedStep> steps = fixture.steps();
        CaseId id = fixture.performed().id();
        if (steps.isEmpty()) {
            return new Heading(id, fixture.platform(), "before any operation", width);
        }
        RecordedStep last = steps.get(steps.size() - 1);
        return new Heading(
                id,
                fixture.platform(),
                "after operation " + steps.size() + ": ",
                OperationText.of(last.operation()),
                last.outcome().answer(),
                width);
    }

    /** The accessible title of the whole picture. */
    String title() {
        return id + " on " + platform;
    }

    @Override
    public int height() {
        return 44;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.text("title", x, y + 16, Words.cut(id, TITLE));
        svg.textTo("mono soft", width - Picture.MARGIN, y + 14, platform);
        svg.text("soft", x, y + 40, line);
    }
}
