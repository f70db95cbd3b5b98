// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;

/** Cases that are a little simpler than another one: with fewer operations, buffers or limits. */
public final class Shorter {
    private Shorter() {}

    /** Returns the simpler cases, shortest first, each under an id of its own. */
    public static List<Case> than(Case whole, String prefix) {
        Set<Case> simpler = new LinkedHashSet<>();
        List<Operation> operations = whole.operations();
        int n = operations.size();
        for (int chunk = n / 2; chunk >= 1; chunk /= 2) {
            for (int from = 0; from < n; from += chunk) {
                List<Operation> left = new ArrayList<>(operations.subList(0, from));
                left.addAll(operations.subList(Math.min(n, from + chunk), n));
                simpler.add(new Case(whole.id(), whole.topology(), whole.process(), left));
            }
        }
        Process process = whole.process();
        if (process.memlock().isPresent() || process.ipcLock()) {
            simpler.add(with(whole, new Process(OptionalLong.empty(), false, process.buffers(), 0)));
        }
        for (String buffer : process.buffers().keySet()) {
            Map<String, Buffer> fewer = new TreeMap<>(process.buffers());
            fewer.remove(buffer);
            simpler.add(with(whole, new Process(process.memlock(), process.ipcLock(), fewer, 0)));
        }
        List<Case> named = new ArrayList<>();
        for (Case one : simpler) {
            named.add(new Case(
                    new CaseId(
                            whole.id().scenario(),
                            Optional.of(String.format(Locale.ROOT, "%s-c%d", prefix, named.size()))),
                    one.topology(),
                    one.process(),
                    one.operations()));
        }
        return named;
    }

    private static Case with(Case whole, Process process) {
        return new Case(whole.id(), whole.topology(), process, whole.operations());
    }
}
