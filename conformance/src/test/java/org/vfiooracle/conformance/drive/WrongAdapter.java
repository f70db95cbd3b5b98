// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.protocol.message.Messages;
import org.vfiooracle.samples.SampleCases;

/** What the reference adapter would say, but wrong in one way and in one case only; a {@link ToldAdapter} says it. */
final class WrongAdapter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ReferenceAdapter RIGHT =
            new ReferenceAdapter(SampleCases.PLATFORMS, SampleCases.PLATFORMS.machine(SampleCases.POWER9));

    private final Fault fault;
    private final String caseId;

    /** What it does wrong. */
    enum Fault {
        ONE_ERRNO,
        DROPS_OUT_FIELD,
        LOCKED_PAGES_OFF_BY_ONE,
        RUNS_NOTHING,
        ONE_STEP_TOO_FEW,
        FORGETS_LOCKED_PAGES,
        CRASHES,
        EXITS,
        HANGS,
        GARBAGE,
        HALF_A_LINE,
        UNKNOWN_MESSAGE,
        WRONG_ID,
        SAYS_CRASHED,
        SKIPS,
        LEAVES_A_CHILD
    }

    WrongAdapter(Fault fault, String caseId) {
        this.fault = fault;
        this.caseId = caseId;
    }

    /** The lines of the file that tells it: the announcement, then an id and what is said or done for each sample. */
    List<String> told(int batch) throws IOException {
        List<String> lines = new ArrayList<>();
        ObjectNode start = (ObjectNode) JSON.readTree(Messages.of(RIGHT.announcement()));
        lines.add(start.put("batch", batch).toString());
        for (Case performed : SampleCases.CASES) {
            String id = performed.id().toString();
            String answer = RIGHT.answer(performed);
            lines.add(id + " " + (id.equals(caseId) ? spoilt(answer) : answer));
        }
        return lines;
    }

    private String spoilt(String answer) throws IOException {
        ObjectNode message = (ObjectNode) JSON.readTree(answer);
        ObjectNode last = last(message);
        switch (fault) {
            case ONE_ERRNO:
                last.put("answer", "EPERM");
                break;
            case DROPS_OUT_FIELD:
                ((ObjectNode) last.get("out")).remove("flags");
                break;
            case LOCKED_PAGES_OFF_BY_ONE:
                last.put("locked_pages", last.get("locked_pages").asLong() + 1);
                break;
            case RUNS_NOTHING:
                message.putArray("steps");
                break;
            case ONE_STEP_TOO_FEW:
                message.withArray("steps").remove(message.get("steps").size() - 1);
                break;
            case FORGETS_LOCKED_PAGES:
                last.remove("locked_pages");
                break;
            case WRONG_ID:
                message.put("id", "HOTPLUG-999");
                break;
            default:
                return broken();
        }
        return message.toString();
    }

    private String broken() {
        switch (fault) {
            case CRASHES:
                return ToldAdapter.CRASH;
            case EXITS:
                return ToldAdapter.EXIT;
            case HANGS:
                return ToldAdapter.HANG;
            case LEAVES_A_CHILD:
                return ToldAdapter.CHILD;
            case GARBAGE:
                return "Segmentation fault (core dumped)";
            case HALF_A_LINE:
                return "{\"type\":\"answer\",\"id\":\"" + caseId + "\",\"steps\":[{\"ans";
            case UNKNOWN_MESSAGE:
                return "{\"type\":\"verdict\",\"id\":\"" + caseId + "\",\"conforms\":true}";
            case SAYS_CRASHED:
                return "{\"type\":\"crashed\",\"id\":\"" + caseId + "\",\"reason\":\"kernel oops, rebooted\"}";
            case SKIPS:
                return "{\"type\":\"skip\",\"id\":\"" + caseId + "\",\"reason\":\"no huge pages\"}";
            default:
                throw new IllegalStateException("no case is spoilt by " + fault);
        }
    }

    private static ObjectNode last(ObjectNode message) {
        JsonNode steps = message.get("steps");
        return (ObjectNode) steps.get(steps.size() - 1);
    }
}
