// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.corpus.explain.Tracer;
import org.vfiooracle.corpus.journal.AtomicFile;
import org.vfiooracle.input.PictureRefused;
import org.vfiooracle.reports.picture.BeforeAfter;
import org.vfiooracle.reports.picture.Picture;

/** Draws a recorded case. */
final class CasePicture {
    private CasePicture() {}

    /**
     * Writes the picture of a case: the state before and after one of its operations, or the state after the last.
     *
     * @param step the operation, from 1
     * @throws PictureRefused when there are several cases or platforms
     */
    static void write(Path file, String subject, OptionalInt step, List<Fixture> fixtures, Tracer tracer) {
        if (fixtures.size() != 1) {
            throw PictureRefused.ofSeveral(subject, fixtures);
        }
        Fixture fixture = fixtures.get(0);
        Performance performance = tracer.of(fixture);
        String svg = step.isEmpty()
                ? Picture.svg(performance.fixture(fixture.platform(), fixture.feature()))
                : new BeforeAfter(fixture.platform(), performance.steps().get(step.getAsInt() - 1))
                        .svg(fixture.performed().id(), step.getAsInt());
        AtomicFile.write(file.toAbsolutePath(), svg);
    }
}
