// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.vfiooracle.conformance.drive.AdapterCommand;
import org.vfiooracle.conformance.drive.AdapterUnavailable;
import org.vfiooracle.conformance.drive.SmokeSession;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.codec.PlainLine;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observation.Ending;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.protocol.message.Announcement;

/** Whether an adapter works at all, before anybody asks what its implementation answers. */
public final class SmokeChecks {
    private static final CaseId FIRST = CaseId.parse("SMOKE-001");
    private static final CaseId UNREADABLE = CaseId.parse("SMOKE-002");
    private static final CaseId SECOND = CaseId.parse("SMOKE-003");
    private static final Process NOBODY = new Process(OptionalLong.empty(), false, Map.of(), 0);

    private SmokeChecks() {}

    /**
     * Looks at an adapter.
     *
     * @throws AdapterUnavailable when only this computer lacks something
     */
    public static List<TrustCheck> of(AdapterCommand command) {
        try {
            return checks(SmokeSession.of(
                    command,
                    topology ->
                            List.of(simple(FIRST, topology), simple(UNREADABLE, topology), simple(SECOND, topology))));
        } catch (AdapterUnavailable unavailable) {
            if (unavailable.environment()) {
                throw unavailable;
            }
            return List.of(TrustCheck.wrong(
                    "start", String.valueOf(unavailable.getMessage()), "the first line has to be a start message"));
        }
    }

    private static Case simple(CaseId id, String topology) {
        return new Case(id, topology, NOBODY, List.of(new Operation.OpenContainer("C1"), new Operation.Close("C1")));
    }

    private static List<TrustCheck> checks(SmokeSession session) {
        List<TrustCheck> checks = new ArrayList<>();
        checks.add(TrustCheck.fine("start", text(session.announcement())));
        checks.add(answered("a case: open /dev/vfio/vfio and close it", FIRST, session));
        checks.add(refused(session));
        checks.add(answered("the same case afterwards", SECOND, session));
        checks.add(
                !session.problem().isEmpty()
                        ? TrustCheck.wrong("stop", "not seen, since the adapter broke before", "")
                        : session.end().isEmpty()
                                ? TrustCheck.fine("stop", "the adapter ended with exit 0")
                                : TrustCheck.wrong(
                                        "stop",
                                        String.join("; ", session.end()),
                                        "after stop it has to end with exit 0"));
        return checks;
    }

    private static String text(Announcement who) {
        String calls = who.calls().all() ? "all calls" : who.calls().entries().size() + " kinds of calls";
        return who.name() + " (" + who.version() + ") is " + who.platform() + ", observes "
                + String.join(", ", who.observes().keys()) + ", performs " + calls;
    }

    private static TrustCheck answered(String what, CaseId id, SmokeSession session) {
        Optional<Observation> found = find(id, session);
        if (found.isEmpty()) {
            return missing(what, session);
        }
        Observation seen = found.get();
        if (seen.ending() == Ending.SKIPPED) {
            return TrustCheck.wrong(
                    what, "skipped: " + seen.reason(), "run would compare nothing if all cases are skipped");
        }
        if (seen.ending() != Ending.ANSWERED) {
            return TrustCheck.wrong(what, ending(seen), "");
        }
        List<String> answers = seen.steps().stream().map(step -> step.answer()).toList();
        return answers.equals(List.of("fd", "0")) || seen.halt().isPresent()
                ? TrustCheck.fine(what, "answered " + String.join(", ", answers))
                : TrustCheck.wrong(what, "answered " + String.join(", ", answers), "expected fd, 0");
    }

    private static TrustCheck refused(SmokeSession session) {
        String what = "a case with a call that does not exist";
        Optional<Observation> found = find(UNREADABLE, session);
        if (found.isEmpty()) {
            return missing(what, session);
        }
        Observation seen = found.get();
        boolean stopped = seen.ending() == Ending.ANSWERED && seen.halt().isPresent();
        return seen.ending() == Ending.SKIPPED || stopped
                ? TrustCheck.fine(
                        what,
                        "refused: "
                                + PlainLine.shown(
                                        seen.halt().map(halt -> halt.text()).orElse(seen.reason())))
                : TrustCheck.wrong(
                        what,
                        ending(seen),
                        "operation 3 is " + SmokeSession.NO_SUCH_CALL
                                + ": skip the case, or stop before it, and go on with the next case");
    }

    private static String ending(Observation seen) {
        String steps = seen.steps().stream().map(step -> step.answer()).collect(Collectors.joining(", "));
        return seen.ending() == Ending.ANSWERED
                ? "answered " + steps
                : seen.ending().name().toLowerCase(Locale.ROOT).replace('_', '-') + ": " + seen.reason();
    }

    private static TrustCheck missing(String what, SmokeSession session) {
        String why = session.problem().isEmpty() ? "another id was answered" : session.problem();
        return TrustCheck.wrong(what, "no answer: " + why, "");
    }

    private static Optional<Observation> find(CaseId id, SmokeSession session) {
        return session.answers().stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
