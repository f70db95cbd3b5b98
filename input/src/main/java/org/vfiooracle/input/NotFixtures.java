// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

/** A folder was named where fixtures are chosen one by one, or by area. */
public final class NotFixtures extends BadInput {
    private static final long serialVersionUID = 1;

    NotFixtures(String typed) {
        super(Complaint.that("a folder cannot be chosen as fixtures")
                .found(typed)
                .expected("an id (@ATTACH-036), an area (attach), fixture files, or a folder with files of cases in it")
                .hint("without any, all fixtures of the platform are chosen, and those of a bundle are among them"));
    }
}
