// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.output.Format;
import org.vfiooracle.contract.format.CanonicalJson;
import org.vfiooracle.exec.server.Ending;
import org.vfiooracle.exec.text.ExecVerdict;
import picocli.CommandLine.Option;

/** How the verdict on a run of a program is told: its exit code, its format, and how much beside it. */
final class Judged {
    @Option(names = "--quiet", description = "Print only what is wrong: no trace, no summary, no picture.")
    private boolean quiet;

    @Option(
            names = "--exit-code-of",
            paramLabel = "WHOM",
            defaultValue = "program",
            description = "Whose exit code to end with: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Whom exitCodeOf = Whom.PROGRAM;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "With json, the last line of standard output is the verdict (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    /** Whose exit code a run ends with. */
    enum Whom {
        PROGRAM,
        VERDICT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean quiet() {
        return quiet;
    }

    /**
     * Returns the exit code of a run, and writes the verdict where it is asked for.
     *
     * @param unseen whether calls are required, and none was seen
     */
    int told(ExecVerdict verdict, boolean unseen, Map<String, Object> about, Shared shared) {
        int code = exitCodeOf == Whom.PROGRAM ? ofProgram(verdict, unseen) : ofVerdict(verdict, unseen);
        if (format == Format.JSON) {
            Map<String, Object> json = new LinkedHashMap<>(about);
            json.putAll(verdict.json());
            json.put("exit", (long) code);
            shared.out().print(CanonicalJson.of(json) + "\n");
            shared.out().flush();
        }
        return code;
    }

    private static int ofVerdict(ExecVerdict verdict, boolean unseen) {
        if (unseen) {
            return ExitCode.BAD_INPUT;
        }
        return verdict.killed()
                ? ExitCode.BROKEN_IMPLEMENTATION
                : verdict.finding() ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private static int ofProgram(ExecVerdict verdict, boolean unseen) {
        if (unseen) {
            return ExitCode.BAD_INPUT;
        }
        if (verdict.differs()) {
            return ExitCode.FINDINGS;
        }
        if (verdict.ending() instanceof Ending.Exited exited) {
            return exited.code();
        }
        return verdict.ending() instanceof Ending.Killed killed
                ? 128 + killed.signal()
                : ExitCode.BROKEN_IMPLEMENTATION;
    }
}
