// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.failure;

import java.io.IOException;
import java.io.PrintWriter;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.input.Complaint;

/** What a command found could not be written, so nobody knows it. */
public final class OutputLost {
    private OutputLost() {}

    /** Says why, and returns the exit code. */
    public static int tell(IOException failure, PrintWriter err) {
        err.print("oracle: "
                + Complaint.that("cannot write the findings")
                        .where("standard output")
                        .found(String.valueOf(failure.getMessage()))
                        .text()
                + "\n");
        err.flush();
        return ExitCode.BAD_INPUT;
    }
}
