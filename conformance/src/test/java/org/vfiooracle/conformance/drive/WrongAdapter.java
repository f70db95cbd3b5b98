// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.protocol.Garbage;
import org.vfiooracle.contract.protocol.Messages;
import org.vfiooracle.contract.protocol.OracleMessage;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.samples.SampleCases;

/** The reference adapter, started by tests, that is wrong in one way and in one case only. */
public final class WrongAdapter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Fault fault;
    private final String caseId;
    private final ReferenceAdapter right;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** What it does wrong. */
    enum Fault {
        NOTHING,
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

    private WrongAdapter(Fault fault, String caseId, PlatformId platform) {
        this.fault = fault;
        this.caseId = caseId;
        Platforms platforms = Platforms.load();
        this.right = new ReferenceAdapter(platforms, platforms.machine(platform));
    }

    /** Started with the fault, the case that it is for, how many cases to take ahead, and perhaps the platform. */
    public static void main(String[] args) throws Exception {
        PlatformId platform = args.length > 3 ? PlatformId.parse(args[3]) : SampleCases.POWER9;
        new WrongAdapter(Fault.valueOf(args[0]), args[1], platform).serve(args[2]);
    }

    private void serve(String batch) throws IOException, Garbage, InterruptedException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            OracleMessage request = OracleMessage.read(line);
            if (request instanceof OracleMessage.Stop) {
                return;
            }
            if (request instanceof OracleMessage.Perform perform) {
                String answer = right.answer(perform.performed());
                boolean here = perform.performed().id().toString().equals(caseId);
                out.println(here ? spoilt(answer) : answer);
            } else {
                ObjectNode start = (ObjectNode) JSON.readTree(Messages.of(right.announcement()));
                out.println(start.put("batch", Integer.parseInt(batch)));
            }
        }
    }

    private String spoilt(String answer) throws IOException, InterruptedException {
        ObjectNode message = (ObjectNode) JSON.readTree(answer);
        ObjectNode last = last(message);
        switch (fault) {
            case NOTHING:
                break;
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

    private String broken() throws IOException, InterruptedException {
        switch (fault) {
            case CRASHES:
                System.err.println("BUG: unable to handle page fault");
                Runtime.getRuntime().halt(139);
                return "";
            case EXITS:
                Runtime.getRuntime().halt(0);
                return "";
            case HANGS:
                Thread.sleep(600_000);
                return "";
            case LEAVES_A_CHILD:
                Process child = new ProcessBuilder("sleep", "600").inheritIO().start();
                System.err.println("child " + child.pid());
                Thread.sleep(600_000);
                return "";
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
