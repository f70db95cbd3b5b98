// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.nio.file.Path;

/** A command was not started in a checkout of the project. */
public final class NotACheckout extends BadInput {
    private static final long serialVersionUID = 1;

    NotACheckout(Path folder) {
        super(Complaint.that("not a checkout of vfio-oracle")
                .where(folder.toString())
                .expected("a folder with features/ and fixtures/ in it")
                .hint("run ./oracle from the root of a checkout"));
    }
}
