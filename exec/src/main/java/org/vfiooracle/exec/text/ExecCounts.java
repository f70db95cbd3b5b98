// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.exec.server.Ending;
import org.vfiooracle.exec.trace.Happening;

/** What happened in a run, counted. */
public final class ExecCounts {
    /** How the trace begins to tell of a mapping of registers. */
    private static final String MAPPING = "mmap(";

    private int calls;
    private int refused;
    private int device;
    private int accesses;
    private int injected;
    private boolean registers;
    private final Map<String, Integer> unknown = new TreeMap<>();

    /** Takes notice. */
    public void add(Happening happening) {
        if (happening instanceof Happening.Called called) {
            calls++;
            refused += called.done().transition().outcome().answer() instanceof Answer.Failed ? 1 : 0;
        } else if (happening instanceof Happening.Answered answered) {
            device += answered.access() ? 0 : 1;
            accesses += answered.access() ? 1 : 0;
            registers |= answered.access() && answered.call().startsWith(MAPPING);
        } else if (happening instanceof Happening.NotKnown not) {
            unknown.merge(not.what(), 1, Integer::sum);
        } else if (happening instanceof Happening.Injected) {
            injected++;
        }
    }

    /** Whether the program made a call of VFIO that was seen. */
    public boolean any() {
        return calls + device + accesses + injected > 0 || guessed();
    }

    /** Whether a call was not modelled, so that what followed from its answer means nothing. */
    public boolean guessed() {
        return !unknown.isEmpty();
    }

    /** The counts as fields of a JSON object. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answered", (long) calls);
        json.put("refused", (long) refused);
        json.put("device", (long) device);
        json.put("accesses", (long) accesses);
        json.put("injected", (long) injected);
        Map<String, Object> not = new TreeMap<>();
        unknown.forEach((what, times) -> not.put(what, (long) times));
        json.put("not_modelled", not);
        return json;
    }

    /** The lines that a user needs even where only what is wrong is told: what was not modelled. */
    public List<String> troubles() {
        return unknown.entrySet().stream()
                .map(one -> "NOT MODELLED, " + one.getValue() + (one.getValue() == 1 ? " call: " : " calls: ")
                        + one.getKey() + "; answers after that are unreliable")
                .toList();
    }

    /** The lines of the summary. */
    public List<String> lines(Ending ending) {
        List<String> lines = new ArrayList<>();
        lines.add(EndingText.of(ending));
        lines.add(calls + " calls answered by the model, " + refused + " of them with an errno; " + device
                + " device calls, and " + accesses + " register accesses"
                + (injected > 0 ? "; " + injected + " failed by --fail" : ""));
        if (calls == 0) {
            lines.add(
                    "no VFIO call was seen; a program that is linked statically, or makes system calls of its own, cannot"
                            + " be watched");
        }
        if (registers) {
            lines.add(
                    "the registers of devices keep what is written to them, and nothing else happens: a driver that waits for"
                            + " its device to act gives up, whatever VFIO answered");
        }
        lines.addAll(troubles());
        return lines;
    }
}
