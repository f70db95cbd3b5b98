// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.List;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.PlainLine;

/** An adapter did not get as far as performing cases. */
public final class AdapterUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The exit code with which an adapter says that this computer lacks something. Source: sysexits.h, EX_TEMPFAIL. */
    private static final int ENVIRONMENT = 75;

    private final boolean environment;

    private AdapterUnavailable(String message, boolean environment) {
        super(message);
        this.environment = environment;
    }

    static AdapterUnavailable notStarted(AdapterCommand command, String cause) {
        return new AdapterUnavailable("the adapter cannot be started: " + command.line() + ": " + cause, false);
    }

    static AdapterUnavailable ended(AdapterCommand command, Heard.Ended ended, List<String> lastWords) {
        boolean environment = ended.exitCode() == ENVIRONMENT;
        String what = environment
                ? "the adapter cannot run on this computer (" + ended.text() + "): "
                : "the adapter exited before its start message (" + ended.text() + "): ";
        return new AdapterUnavailable(what + command.line() + quoted(lastWords), environment);
    }

    static AdapterUnavailable silent(AdapterCommand command, List<String> lastWords) {
        return new AdapterUnavailable(
                "the adapter sent no start message within "
                        + command.limits().start().toSeconds() + " s: " + command.line() + quoted(lastWords),
                false);
    }

    static AdapterUnavailable garbage(AdapterCommand command, String garbage) {
        return new AdapterUnavailable(
                "the adapter's first line is not a start message: " + command.line() + ": " + garbage, false);
    }

    /** Its first line is a start message, with something wrong in it. */
    static AdapterUnavailable wrong(AdapterCommand command, CodecProblem problem) {
        String hint = problem.hint().isEmpty() ? "" : "\n  hint:     " + PlainLine.of(problem.hint());
        return new AdapterUnavailable(
                "the adapter's start message is wrong: " + command.line()
                        + "\n  where:    " + (problem.path().isEmpty() ? "the message" : PlainLine.of(problem.path()))
                        + "\n  expected: " + problem.expected()
                        + "\n  found:    " + PlainLine.shown(problem.found())
                        + hint,
                false);
    }

    static AdapterUnavailable changed(String who, String before, String now) {
        return new AdapterUnavailable("the adapter restarted as " + now + ", but was " + before + ": " + who, false);
    }

    /** Whether only this computer lacks something (a tool, a mirror): nothing is said about the implementation. */
    public boolean environment() {
        return environment;
    }

    private static String quoted(List<String> lastWords) {
        StringBuilder text = new StringBuilder();
        lastWords.forEach(line -> text.append("\n  | ").append(line));
        return text.toString();
    }
}
