// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

/** What each command does, in one line: its own help and the list of commands both say it, and the list makes no command. */
public final class Headers {
    public static final String ADAPTER = "The reference adapter: the model, over the adapter protocol.";
    public static final String COMPARE =
            "What two platforms answer differently, or two programs do differently, as a table of cases.";
    public static final String DIFF = "Compare fixtures with other fixtures or recorded answers, explained.";
    public static final String DOCS =
            "Make the generated pages of docs/reference from the model, the corpus and the ledgers.";
    public static final String EXEC = "Run a program whose VFIO calls are answered by the model.";
    public static final String EXPLAIN = "Why: a rule, a recorded case, or what a call checks and in which order.";
    public static final String EXPORT = "Pack the fixtures to take away: YAML, JSON, index, schemas and checksums.";
    public static final String NEW = "The next free id of an area, and a scenario to start from.";
    public static final String PLATFORMS = "List the hardware, Linux releases and programs that can be asked about.";
    public static final String PREDICT = "Fill in the outcomes of a case, for any platform that the model covers.";
    public static final String RANDOM =
            "Make random sequences of operations, and ask an implementation what it answers.";
    public static final String RECORD = "Run features on the model; write the fixtures and the report.";
    public static final String REPORT = "Make the HTML report of all results, and say what of it is stale.";
    public static final String RUN = "Drive an implementation through an adapter, and compare what it answers.";
    public static final String STEPS = "The steps that a scenario can be written with.";
    public static final String TRY = "Run a feature or a scenario and see every operation; write nothing.";
    public static final String VERIFY =
            "Compare the committed corpus with what the model says, byte for byte; write nothing.";

    private Headers() {}
}
