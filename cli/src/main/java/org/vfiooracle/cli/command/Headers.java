// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

/** What each command does, in one line: its own help and the list of commands both say it, and the list makes no command. */
public final class Headers {
    public static final String ADAPTER = "Answer as the model over the adapter protocol (the reference adapter).";
    public static final String CANARY = "Show that a run notices a wrong answer: make one expectation wrong.";
    public static final String COMPARE = "Show what two platforms, or two programs, do differently.";
    public static final String COMPLETION = "Print a completion script for bash or zsh.";
    public static final String DIAGNOSE = "Tell what an error message is about, and what to look at.";
    public static final String DIFF = "Compare recorded answers with fixtures, and explain the differences.";
    public static final String DOCTOR = "Tell what this computer lacks to build, run and test.";
    public static final String DOCS = "Regenerate the generated pages and schemas.";
    public static final String EXEC = "Run a program; the model answers its VFIO calls.";
    public static final String EXPLAIN = "Explain a call, an errno, a rule, a deviation or a recorded case.";
    public static final String EXPLORE = "Go through all states of a platform, and check what must always hold.";
    public static final String EXPORT = "Export fixtures as a bundle: YAML, JSON, schemas and checksums.";
    public static final String GENERATE = "Make the few cases that catch the most.";
    public static final String JUDGE = "Tell whether a platform would have answered as an strace shows.";
    public static final String MAN = "Print the manual page.";
    public static final String MEMLOCK = "Tell how much memory a process must be allowed to lock.";
    public static final String MINIMIZE = "Find the best small suite, and what each case adds.";
    public static final String NEW = "Start a new scenario with the next free id.";
    public static final String PLATFORMS = "List the hardware, Linux releases and programs you can ask about.";
    public static final String PREDICT = "Compute the outcomes of a case on any modelled platform.";
    public static final String PROMOTE = "Turn a case into scenarios with a table for all platforms.";
    public static final String RANDOM = "Send random call sequences to an implementation, and compare.";
    public static final String RECORD = "Run scenarios on the model; write their fixtures and the report.";
    public static final String REPORT = "Rebuild the HTML report, and list its stale parts.";
    public static final String RUN = "Run an implementation through an adapter, and compare its answers.";
    public static final String SITE = "Build the site: cases, calls, rules and bugs to read and search.";
    public static final String SMOKE = "Show whether an adapter works: start, a case, a bad case, stop.";
    public static final String STEPS = "List the steps you can write scenarios with.";
    public static final String STRENGTH = "Measure what a suite catches: make every mistake, one at a time.";
    public static final String TOPOLOGY = "Describe a real computer as a topology for exec.";
    public static final String TRY = "Run scenarios and show every call; write nothing.";
    public static final String VERIFY = "Check that the committed corpus matches the model; write nothing.";

    private Headers() {}
}
