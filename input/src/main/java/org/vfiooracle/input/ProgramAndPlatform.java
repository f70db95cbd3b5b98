// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

/** A program is to be compared with a platform. */
public final class ProgramAndPlatform extends BadInput {
    private static final long serialVersionUID = 1;

    ProgramAndPlatform(String platform) {
        super(Complaint.that("cannot compare a program with a platform")
                .found(platform)
                .expected("a program such as qemu-7.2")
                .hint("./oracle platforms lists programs and platforms"));
    }
}
