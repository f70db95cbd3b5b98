// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a program which version it is. */
public final class ProgramVersion {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)+");

    private ProgramVersion() {}

    /** Returns the first version number that {@code program --version} prints; {@code unknown} where it prints none. */
    public static String of(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher number = NUMBER.matcher(said);
            return number.find() ? number.group() : "unknown";
        } catch (IOException noSuchProgram) {
            return "unknown";
        }
    }
}
