// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command came to. */
public record Ran(int exit, String out, String err) {
    /** Runs a command in this process. */
    public static Ran of(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Oracle.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(words);
        return new Ran(exit, out.toString(), err.toString());
    }

    /** Everything that it printed. */
    public String all() {
        return out + err;
    }

    /** Fails unless it ended with this exit code, and without a stack trace. */
    public Ran ended(int expected) {
        assertThat(exit).as(all()).isEqualTo(expected);
        assertThat(all()).doesNotContain("\tat ").doesNotContain("Exception in thread");
        return this;
    }

    /** Fails unless it printed each of these. */
    public Ran said(String... parts) {
        assertThat(all()).contains(parts);
        return this;
    }
}
