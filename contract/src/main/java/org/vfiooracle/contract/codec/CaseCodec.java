// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;

/** Cases as ordered maps: {@code id}, {@code topology}, {@code process}, {@code operations}. */
public final class CaseCodec {
    private CaseCodec() {}

    /** Returns {@code performed} as a map; {@code id} includes the row. */
    public static Map<String, Object> encode(Case performed) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", performed.id().toString());
        tree.put("topology", performed.topology());
        tree.put("process", ProcessCodec.encode(performed.process()));
        tree.put(
                "operations",
                performed.operations().stream().map(OperationCodec::encode).toList());
        return tree;
    }

    /**
     * Reads a case.
     *
     * @param path place of {@code tree} in its document
     * @throws CodecProblem when it is none
     */
    public static Case decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        CaseId id = takeId(fields);
        String topology = fields.text("topology");
        Object process = fields.any("process");
        Case read = new Case(
                id,
                topology,
                ProcessCodec.decode(process, fields.path("process")),
                fields.list("operations", OperationCodec::decode));
        fields.end();
        return read;
    }

    /**
     * Takes the id out of {@code fields}: {@code id} alone, or {@code id} of the scenario and {@code case} of the row.
     *
     * @throws CodecProblem when it is not there or no id
     */
    public static CaseId takeId(Fields fields) {
        String row = fields.optionalText("case").map(text -> "." + text).orElse("");
        return fields.parsed("id", "a case id such as ATTACH-012", text -> CaseId.parse(text + row));
    }
}
