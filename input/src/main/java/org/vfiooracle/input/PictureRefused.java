// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.corpus.naming.PlatformsText;

/** A picture was asked for that cannot be drawn or written. */
public final class PictureRefused extends BadInput {
    private static final long serialVersionUID = 1;

    PictureRefused(Complaint complaint) {
        super(complaint);
    }

    /** Only recorded cases have states to draw. */
    public static PictureRefused ofSubject(String subject) {
        return new PictureRefused(Complaint.that("only a recorded case can be drawn")
                .where("--picture")
                .found(subject)
                .expected("@ID#N, @ID, or a fixture or case file")
                .hint("./oracle explain " + subject + " names scenarios; draw one of them"));
    }

    /** One picture shows one case on one platform. */
    public static PictureRefused ofSeveral(String subject, List<Fixture> fixtures) {
        List<String> ids = fixtures.stream()
                .map(fixture -> fixture.performed().id().toString())
                .distinct()
                .toList();
        Complaint complaint =
                Complaint.that("a picture shows one case on one platform").where(subject);
        return new PictureRefused(
                ids.size() > 1
                        ? complaint
                                .found(ids.size() + " cases")
                                .expected("one of "
                                        + ids.stream().map(id -> "@" + id).collect(joining(", ")))
                        : complaint
                                .found(fixtures.size() + " platforms")
                                .expected("one of "
                                        + PlatformsText.of(fixtures.stream()
                                                .map(Fixture::platform)
                                                .toList()))
                                .hint("--platform " + fixtures.get(0).platform()));
    }
}
