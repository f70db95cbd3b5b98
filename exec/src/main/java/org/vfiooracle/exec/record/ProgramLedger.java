// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.codec.CaseCodec;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.codec.OutcomeCodec;
import org.vfiooracle.contract.codec.ProcessCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlWriter;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * What a real program was seen to call, and what it was told: the calls are an observation of the program, the answers are
 * those of the model at that time.
 *
 * @param program name of the program
 * @param version its version
 * @param command how it was started, without its path
 * @param platform what answered
 * @param performed its calls
 * @param answers one for each call
 */
public record ProgramLedger(
        String program,
        String version,
        List<String> command,
        PlatformId platform,
        Case performed,
        List<Answered> answers) {
    /** The folder below the root of a checkout. */
    public static final String FOLDER = "fixtures/evidence/programs";

    public ProgramLedger {
        command = List.copyOf(command);
        answers = List.copyOf(answers);
    }

    /**
     * What a call came to.
     *
     * @param answer as fixtures spell it
     * @param out the fields that it filled in, as fixtures spell them
     */
    public record Answered(String answer, Map<String, Object> out) {
        static Answered of(RecordedStep step) {
            return new Answered(
                    step.outcome().answer().toString(),
                    OutcomeCodec.out(step.outcome().out()));
        }
    }

    /** Returns the ledger of a run. */
    public static ProgramLedger of(String program, String version, List<String> command, Fixture seen) {
        return new ProgramLedger(
                program,
                version,
                command,
                seen.platform(),
                Moved.of(seen.performed()),
                seen.steps().stream().map(Answered::of).toList());
    }

    /** Its path below {@link #FOLDER}; the row of the case's id tells runs apart. */
    public String path() {
        return program + "-" + version + "/" + platform
                + performed.id().row().map(row -> "." + row).orElse("") + ".yaml";
    }

    /** The text of its file. */
    public String text() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", 1L);
        tree.put("program", program);
        tree.put("version", version);
        tree.put("command", command);
        tree.put("platform", platform.toString());
        tree.put("id", performed.id().toString());
        tree.put("topology", performed.topology());
        tree.put("process", ProcessCodec.encode(performed.process()));
        List<Map<String, Object>> calls = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Map<String, Object> call = new LinkedHashMap<>(
                    OperationCodec.encode(performed.operations().get(i)));
            call.put("answer", answers.get(i).answer());
            if (!answers.get(i).out().isEmpty()) {
                call.put("out", answers.get(i).out());
            }
            calls.add(call);
        }
        tree.put("calls", calls);
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

    /** One line for each call. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            lines.add(CallLines.of(
                    performed.operations().get(i),
                    answers.get(i).answer(),
                    answers.get(i).out()));
        }
        return lines;
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
        List<Operation> operations = new ArrayList<>();
        List<Answered> answers = fields.list("calls", (call, at) -> answered(call, at, operations));
        fields.end();
        return new ProgramLedger(
                program, version, command, platform, new Case(id, topology, process, operations), answers);
    }

    private static Answered answered(Object tree, String path, List<Operation> operations) {
        Fields fields = Fields.of(tree, path);
        String answer = fields.text("answer");
        Map<String, Object> out = new LinkedHashMap<>();
        Fields named = fields.mapOrEmpty("out");
        named.keys().forEach(key -> out.put(key, named.any(key)));
        operations.add(OperationCodec.take(fields));
        fields.end();
        return new Answered(answer, out);
    }
}
