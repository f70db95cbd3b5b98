// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.codec.CaseCodec;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.codec.HostCallCodec;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.codec.OutcomeCodec;
import org.vfiooracle.contract.codec.ProcessCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlWriter;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.Process;

/**
 * What a real program was seen to call, and what it was told: the calls are an observation of the program, the answers are
 * those of the model at that time.
 *
 * @param program name of the program
 * @param version its version
 * @param command how it was started, without its path
 * @param platform what answered
 * @param id id of the case that its calls make
 * @param topology name of the topology that it ran on
 * @param process the process as it began
 * @param calls its calls, with what it was told; no rule is kept
 */
public record ProgramLedger(
        String program,
        String version,
        List<String> command,
        PlatformId platform,
        CaseId id,
        String topology,
        Process process,
        List<HostCall> calls) {
    /** The folder below the root of a checkout. */
    public static final String FOLDER = "fixtures/evidence/programs";

    private static final String ANSWER = "answer";

    public ProgramLedger {
        command = List.copyOf(command);
        calls = List.copyOf(calls);
    }

    /** Returns the ledger of a run. */
    public static ProgramLedger of(String program, String version, List<String> command, Fixture seen) {
        Case moved = Moved.of(seen.performed());
        List<HostCall> calls = new ArrayList<>();
        for (int i = 0; i < seen.steps().size(); i++) {
            Outcome outcome = seen.steps().get(i).outcome();
            calls.add(new HostCall(moved.operations().get(i), outcome.answer(), outcome.out(), ""));
        }
        return new ProgramLedger(
                program, version, command, seen.platform(), moved.id(), moved.topology(), moved.process(), calls);
    }

    /** The calls as a case. */
    public Case performed() {
        return new Case(
                id, topology, process, calls.stream().map(HostCall::operation).toList());
    }

    /** Its path below {@link #FOLDER}; the row of the case's id tells runs apart. */
    public String path() {
        return program + "-" + version + "/" + platform
                + id.row().map(row -> "." + row).orElse("") + ".yaml";
    }

    /** The text of its file. */
    public String text() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", 1L);
        tree.put("program", program);
        tree.put("version", version);
        tree.put("command", command);
        tree.put("platform", platform.toString());
        tree.put("id", id.toString());
        tree.put("topology", topology);
        tree.put("process", ProcessCodec.encode(process));
        tree.put("calls", calls.stream().map(ProgramLedger::encoded).toList());
        return FixtureFile.LICENCE + YamlWriter.write(tree);
    }

    /**
     * Reads a ledger.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is none
     */
    public static ProgramLedger read(String text, String label) {
        return StrictYaml.decode(text, label, ProgramLedger::decode);
    }

    /** Whether a text is meant to be a ledger, and no fixture. */
    public static boolean looksLike(String text) {
        return text.contains("\nprogram: ");
    }

    private static ProgramLedger decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        fields.number("format");
        String program = fields.text("program");
        String version = fields.text("version");
        List<String> command = fields.list("command", (word, at) -> String.valueOf(word));
        PlatformId platform = fields.parsed("platform", "a platform such as phb4-linux-6.12-4k", PlatformId::parse);
        var id = CaseCodec.takeId(fields);
        String topology = fields.text("topology");
        var process = ProcessCodec.decode(fields.any("process"), fields.path("process"));
        List<HostCall> calls = fields.list("calls", ProgramLedger::decodedCall);
        fields.end();
        return new ProgramLedger(program, version, command, platform, id, topology, process, calls);
    }

    /** Every answer is a text here, also a number. */
    private static Map<String, Object> encoded(HostCall call) {
        Map<String, Object> tree = HostCallCodec.encode(call);
        tree.put(ANSWER, call.answer().toString());
        return tree;
    }

    private static HostCall decodedCall(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        Answer answer = fields.parsed(ANSWER, "an answer such as 0, fd or EBUSY", Answer::parse);
        Map<OutField, Long> out = OutcomeCodec.takeOut(fields);
        HostCall call = new HostCall(OperationCodec.take(fields), answer, out, "");
        fields.end();
        return call;
    }
}
