// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.codec.CaseCodec;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.codec.ProcessCodec;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.Process;

/**
 * A case somebody wrote down to have it predicted: a fixture without outcomes, in strict YAML or in JSON. A whole fixture
 * is taken, too; what it says of outcomes and state is not looked at.
 *
 * @param performed the case
 * @param platform the platform that the file names, if it does
 * @param feature the feature file it says it is from; empty when it does not
 */
public record AskedCase(Case performed, Optional<PlatformId> platform, String feature) {
    private static final List<String> IGNORED = List.of("answers", "state", "hash", "type");
    private static final List<String> IGNORED_OF_STEP = List.of("outcome", "rule", "intended");

    /**
     * Reads a case.
     *
     * @throws YamlProblem when the file is missing or no case
     */
    public static AskedCase read(Path file) {
        String label = file.toString();
        return read(StrictYaml.text(file, label), label);
    }

    /**
     * Reads a case.
     *
     * @param label the file, for errors
     * @throws YamlProblem when it is no case
     */
    public static AskedCase read(String text, String label) {
        return JsonDocument.looksLike(text)
                ? JsonDocument.decode(text, label, AskedCase::decode)
                : StrictYaml.decode(text, label, AskedCase::decode);
    }

    private static AskedCase decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        if (fields.has("format")) {
            FixtureTree.takeFormat(fields);
        }
        ignore(fields, IGNORED);
        CaseId id = CaseCodec.takeId(fields);
        Optional<PlatformId> platform = fields.has("platform")
                ? Optional.of(fields.parsed("platform", "a platform such as phb4-linux-6.12-4k", PlatformId::parse))
                : Optional.empty();
        String feature = fields.optionalText("feature").orElse("");
        String topology = fields.text("topology");
        Process process = ProcessCodec.decode(fields.any("process"), fields.path("process"));
        Case read = new Case(id, topology, process, fields.list("operations", AskedCase::operation));
        fields.end();
        return new AskedCase(read, platform, feature);
    }

    private static Operation operation(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        ignore(fields, IGNORED_OF_STEP);
        Operation operation = OperationCodec.take(fields);
        fields.end();
        return operation;
    }

    private static void ignore(Fields fields, List<String> keys) {
        for (String key : keys) {
            if (fields.has(key)) {
                fields.any(key);
            }
        }
    }
}
