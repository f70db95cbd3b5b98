// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

/** A report was asked for before anything was run. */
public final class NothingToReport extends BadInput {
    private static final long serialVersionUID = 1;

    /** Says where results should be. */
    public NothingToReport(String folder) {
        this(folder, "./oracle record creates the results and the report");
    }

    private NothingToReport(String folder, String hint) {
        super(Complaint.that("nothing to report")
                .where(folder)
                .expected("the results of a run")
                .found("none")
                .hint(hint));
    }

    /** Says where the results of a run of an implementation should be. */
    public static NothingToReport ofRun(String folder) {
        return new NothingToReport(folder, "./oracle run --adapter CMD --write allure=" + folder + " creates them");
    }
}
