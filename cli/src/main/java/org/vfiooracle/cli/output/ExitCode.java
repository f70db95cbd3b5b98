// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

/** What the exit code of a command tells. */
public final class ExitCode {
    /** It did what it was asked, and found nothing wrong. */
    public static final int FINE = 0;

    /** It did what it was asked, and found something: a failed scenario, a difference, drift. */
    public static final int FINDINGS = 1;

    /** It was asked for something that it cannot do: bad usage or bad input. */
    public static final int BAD_INPUT = 2;

    /** The implementation under test broke: it crashed, hung or talked garbage. */
    public static final int BROKEN_IMPLEMENTATION = 3;

    /** The oracle itself broke. */
    public static final int BROKEN_ORACLE = 4;

    private ExitCode() {}
}
