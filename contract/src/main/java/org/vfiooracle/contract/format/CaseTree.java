// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.codec.CaseCodec;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.codec.ProcessCodec;
import org.vfiooracle.contract.fixture.AnsweredCase;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.Process;

/** Case files as ordered maps: what a fixture begins with, {@code operations}, then {@code answers}. */
final class CaseTree {
    private static final String ANSWERS = "answers";

    private CaseTree() {}

    static Map<String, Object> encode(AnsweredCase answered) {
        Case performed = answered.performed();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FixtureTree.FORMAT);
        tree.put("id", performed.id().scenario());
        performed.id().row().ifPresent(row -> tree.put("case", row));
        if (!answered.feature().isEmpty()) {
            tree.put("feature", answered.feature());
        }
        tree.put("topology", performed.topology());
        tree.put("process", ProcessCodec.encode(performed.process()));
        tree.put(
                "operations",
                performed.operations().stream().map(OperationCodec::encode).toList());
        tree.put(ANSWERS, AnswerTree.encode(answered.fixtures().values()));
        return tree;
    }

    static AnsweredCase decode(Object tree, String path, Platforms platforms) {
        Fields fields = Fields.of(tree, path);
        FixtureTree.takeFormat(fields);
        CaseId id = CaseCodec.takeId(fields);
        String feature = fields.optionalText("feature").orElse("");
        String topology = fields.text("topology");
        Process process = ProcessCodec.decode(fields.any("process"), fields.path("process"));
        List<Operation> operations = fields.list("operations", OperationCodec::decode);
        Case performed = new Case(id, topology, process, operations);
        AnswerTree answers = new AnswerTree(performed, feature, platforms);
        SortedMap<PlatformId, Fixture> fixtures = new TreeMap<>();
        for (List<Fixture> alike : fields.list(ANSWERS, answers::decode)) {
            for (Fixture fixture : alike) {
                if (fixtures.put(fixture.platform(), fixture) != null) {
                    throw new CodecProblem(
                            fields.path(ANSWERS), "each platform once", "two answers of " + fixture.platform());
                }
            }
        }
        fields.end();
        if (fixtures.isEmpty()) {
            throw new CodecProblem(fields.path(ANSWERS), "at least one answer", "none");
        }
        return new AnsweredCase(performed, feature, fixtures);
    }
}
