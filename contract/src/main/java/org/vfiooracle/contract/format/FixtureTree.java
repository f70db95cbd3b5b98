// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.codec.CaseCodec;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.codec.ProcessCodec;
import org.vfiooracle.contract.codec.StateCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.topology.Topology;

/** Fixtures as ordered maps, without their hash. */
final class FixtureTree {
    /** The number of this format; a reader refuses another. */
    static final long FORMAT = 2;

    private FixtureTree() {}

    static Map<String, Object> encode(Fixture fixture) {
        Case performed = fixture.performed();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("id", performed.id().scenario());
        performed.id().row().ifPresent(row -> tree.put("case", row));
        tree.put("platform", fixture.platform().toString());
        if (!fixture.feature().isEmpty()) {
            tree.put("feature", fixture.feature());
        }
        tree.put("topology", performed.topology());
        tree.put("process", ProcessCodec.encode(performed.process()));
        tree.put("operations", fixture.steps().stream().map(StepTree::encode).toList());
        tree.put("state", StateCodec.encode(fixture.last()));
        return tree;
    }

    static Fixture decode(Object tree, String path, Platforms platforms) {
        Fields fields = Fields.of(tree, path);
        takeFormat(fields);
        CaseId id = CaseCodec.takeId(fields);
        PlatformId platform = fields.parsed("platform", "a platform such as phb4-linux-6.12-4k", PlatformId::parse);
        String feature = fields.optionalText("feature").orElse("");
        String topology = fields.text("topology");
        Topology machine = machine(topology, platform, fields, platforms);
        Process process = ProcessCodec.decode(fields.any("process"), fields.path("process"));
        List<RecordedStep> steps = fields.list("operations", StepTree::decode);
        Object state = fields.any("state");
        fields.end();
        Case performed = new Case(
                id,
                topology,
                process,
                steps.stream().map(RecordedStep::operation).toList());
        return new Fixture(
                platform, feature, performed, steps, StateCodec.decode(state, fields.path("state"), machine, process));
    }

    static void takeFormat(Fields fields) {
        long format = fields.number("format");
        if (format != FORMAT) {
            throw new CodecProblem(fields.path("format"), "format " + FORMAT, Long.toString(format))
                    .hint("another version of vfio-oracle wrote this file");
        }
    }

    private static Topology machine(String topology, PlatformId platform, Fields fields, Platforms platforms) {
        try {
            return platforms.topology(topology, platform);
        } catch (PlatformRefused e) {
            throw new CodecProblem(fields.path("topology"), "a topology of a known generation", "\"" + topology + "\"")
                    .hint(String.valueOf(e.getMessage()));
        }
    }
}
