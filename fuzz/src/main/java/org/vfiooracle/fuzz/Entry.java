// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.vfiooracle.cli.failure.CommandFailure;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.contract.codec.PlainLine;
import org.vfiooracle.steps.failure.ScenarioFailed;

/** Where the fuzzer begins: an input is read, or refused in words that a terminal can show. */
public final class Entry {
    /** Reads each input with the target that its first byte chooses. */
    public static final String ALL = "all";

    private static final int LONGEST_COMPLAINT = 8000;

    private static String chosen = ALL;

    private Entry() {}

    /**
     * Called by the fuzzer before all else.
     *
     * @param words the spelling of a target, or {@link #ALL}
     */
    public static void fuzzerInitialize(String[] words) {
        chosen = words.length == 0 ? ALL : words[0];
        if (!chosen.equals(ALL)) {
            Target.of(chosen);
        }
    }

    /**
     * Called by the fuzzer.
     *
     * @throws Exception when an input is neither read nor refused; the fuzzer keeps it
     */
    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        if (!chosen.equals(ALL)) {
            read(Target.of(chosen), bytes);
        } else if (bytes.length > 0) {
            Target[] targets = Target.values();
            read(targets[(bytes[0] & 0xff) % targets.length], Arrays.copyOfRange(bytes, 1, bytes.length));
        }
    }

    /**
     * Reads an input.
     *
     * @throws Exception when it is neither read nor refused in words
     */
    public static void read(Target target, byte[] bytes) throws Exception {
        try {
            target.read(bytes);
        } catch (ScenarioFailed refused) {
            check(target.spelling(), String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException refused) {
            // Only frames are refused so: the connection ends, and nobody is told in these words.
            if (target != Target.FRAMES) {
                throw refused;
            }
        } catch (Exception refused) {
            StringWriter told = new StringWriter();
            if (CommandFailure.tell(refused, target.spelling(), new PrintWriter(told)) != ExitCode.BAD_INPUT) {
                throw refused;
            }
            check(target.spelling(), told.toString());
        }
    }

    private static void check(String target, String complaint) {
        if (complaint.isBlank()
                || complaint.length() > LONGEST_COMPLAINT
                || !PlainLine.of(complaint).equals(complaint)) {
            throw new IllegalStateException(target + " is refused in words that cannot be shown: " + complaint);
        }
    }
}
