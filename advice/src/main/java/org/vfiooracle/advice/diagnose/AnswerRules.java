// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.diagnose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.corpus.explain.CallEntry;
import org.vfiooracle.corpus.explain.CallOutline;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Machine;

/**
 * The checks of calls that return an answer.
 *
 * @param answer what they return
 * @param byCall by the name of the call, the rules in the order of the checks, each with the platforms that have it
 */
public record AnswerRules(Answer answer, Map<String, Map<Rule, List<PlatformId>>> byCall) {
    /** Looks at calls on platforms; a call without such a check is not in the result. */
    public static AnswerRules of(Answer answer, List<String> calls, Map<PlatformId, Machine> machines) {
        Map<String, Map<Rule, List<PlatformId>>> byCall = new LinkedHashMap<>();
        machines.forEach((platform, machine) -> {
            CallOutline outline = new CallOutline(machine);
            for (String call : outline.calls().stream()
                    .filter(name -> calls.isEmpty() || calls.stream().anyMatch(asked -> means(asked, name)))
                    .toList()) {
                for (CallEntry entry : outline.asMeant(call)) {
                    if (entry.kind() == CallEntry.Kind.CHECK
                            && entry.answer().filter(answer::equals).isPresent()) {
                        List<PlatformId> having = byCall.computeIfAbsent(call, any -> new LinkedHashMap<>())
                                .computeIfAbsent(entry.rule().orElseThrow(), any -> new ArrayList<>());
                        if (!having.contains(platform)) {
                            having.add(platform);
                        }
                    }
                }
            }
        });
        return new AnswerRules(answer, byCall);
    }

    /** {@code open} is a call for each of the files that can be opened. */
    private static boolean means(String asked, String name) {
        return name.equals(asked) || name.startsWith(asked + " ");
    }
}
