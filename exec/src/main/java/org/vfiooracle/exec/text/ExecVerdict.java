// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.exec.record.CallDifferences;
import org.vfiooracle.exec.server.Ending;

/**
 * What is to be said of a run as a whole.
 *
 * @param ending how the program ended
 * @param counts its calls
 * @param unfired what {@code --fail} named and never hit
 * @param differences from the calls that were expected; empty where none were
 */
public record ExecVerdict(
        Ending ending, ExecCounts counts, List<String> unfired, Optional<CallDifferences> differences) {
    public ExecVerdict {
        unfired = List.copyOf(unfired);
    }

    /** Whether its calls are others than those that were expected. */
    public boolean differs() {
        return differences.filter(found -> !found.none()).isPresent();
    }

    /** Whether something was found: other calls, a call that is not modelled, a fault that tested nothing. */
    public boolean finding() {
        return differs() || counts.guessed() || !unfired.isEmpty();
    }

    /** Whether the program, or its guard, was killed. */
    public boolean killed() {
        return !(ending instanceof Ending.Exited);
    }

    /** The verdict as a JSON object. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("program", program());
        json.put("calls", counts.json());
        json.put("unfired", unfired);
        differences.ifPresent(found -> {
            Map<String, Object> compared = new LinkedHashMap<>();
            compared.put("agrees", found.none());
            compared.put("effects_compared", found.effects());
            compared.put("first_call", (long) found.first());
            compared.put("differences", found.lines());
            json.put("expected", compared);
        });
        return json;
    }

    private Map<String, Object> program() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (ending instanceof Ending.Exited exited) {
            json.put("exit", (long) exited.code());
        } else if (ending instanceof Ending.Killed killed) {
            json.put("signal", (long) killed.signal());
        }
        json.put("text", EndingText.of(ending));
        return json;
    }
}
