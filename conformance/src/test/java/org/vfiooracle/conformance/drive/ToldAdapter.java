// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An adapter, started by tests, that says what it was told to. It knows no library, and so it starts in no time. */
public final class ToldAdapter {
    static final String CRASH = "crash";
    static final String EXIT = "exit";
    static final String HANG = "hang";
    static final String CHILD = "child";

    private static final String ID = "\"id\":\"";

    private ToldAdapter() {}

    /** Started with a file: what it announces, then a line for each case, with its id and what is said or done. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> told = Files.readAllLines(Path.of(args[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains("\"type\":\"stop\"")) {
                return;
            }
            out.println(line.contains("\"type\":\"case\"") ? done(about(id(line), told)) : told.get(0));
        }
    }

    private static String id(String line) {
        int from = line.indexOf(ID) + ID.length();
        return line.substring(from, line.indexOf('"', from));
    }

    private static String about(String id, List<String> told) {
        return told.stream()
                .filter(line -> line.startsWith(id + " "))
                .map(line -> line.substring(id.length() + 1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing was told about " + id));
    }

    private static String done(String what) throws IOException, InterruptedException {
        switch (what) {
            case CRASH:
                System.err.println("BUG: unable to handle page fault");
                Runtime.getRuntime().halt(139);
                return "";
            case EXIT:
                Runtime.getRuntime().halt(0);
                return "";
            case HANG:
                Thread.sleep(600_000);
                return "";
            case CHILD:
                Process child = new ProcessBuilder("sleep", "600").inheritIO().start();
                System.err.println("child " + child.pid());
                Thread.sleep(600_000);
                return "";
            default:
                return what;
        }
    }
}
