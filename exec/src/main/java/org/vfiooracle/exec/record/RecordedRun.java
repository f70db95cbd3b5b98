// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.record;

import java.util.List;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.exec.session.Performed;
import org.vfiooracle.exec.session.Session;
import org.vfiooracle.oracle.Machine;

/**
 * What a run leaves behind.
 *
 * @param fixture its calls as a case, with their outcomes
 * @param same whether the case, performed again from its beginning, has the answers that the program got; a case has one
 *     memory for all of its calls, and a program may have changed its own meanwhile
 */
public record RecordedRun(Fixture fixture, boolean same) {
    /** Returns a whole run as a fixture, with the answers that the program got. */
    public static Fixture seen(Session session, PlatformId platform, CaseId id) {
        Performed performed = session.performed();
        return fixture(session, platform, id, performed.steps(), performed.last());
    }

    /** Returns the part of a run before the program began to take down what it had built. */
    public static Fixture fullest(Session session, PlatformId platform, CaseId id) {
        Performed performed = session.performed();
        return fixture(session, platform, id, performed.steps().subList(0, performed.fullestAt()), performed.fullest());
    }

    /** Returns a whole run; its buffers begin where their first address is, where that gives the same answers. */
    public static RecordedRun of(Session session, Machine machine, Topology topology, PlatformId platform, CaseId id) {
        Fixture seen = seen(session, platform, id);
        Fixture moved = Performance.predicted(Moved.of(seen.performed()), platform, machine, topology, "");
        if (CallLines.of(moved).equals(CallLines.of(seen))) {
            return new RecordedRun(moved, true);
        }
        return new RecordedRun(Performance.predicted(seen.performed(), platform, machine, topology, ""), false);
    }

    private static Fixture fixture(
            Session session, PlatformId platform, CaseId id, List<RecordedStep> steps, State last) {
        List<Operation> operations = steps.stream().map(RecordedStep::operation).toList();
        Process process = session.process().orElse(Process.UNLIMITED);
        Case recorded = new Case(id, last.topology().name(), process, operations);
        return new Fixture(platform, "", recorded, steps, last);
    }
}
