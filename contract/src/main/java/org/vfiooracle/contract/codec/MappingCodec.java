// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.Type1;

/**
 * Mappings of a Type1 container as ordered maps. What is usual is left out: mappings where there are none, the first
 * process as owner, and that an address is valid.
 */
final class MappingCodec {
    private static final String FIRST_PROCESS = "";

    private MappingCodec() {}

    static void encode(Type1 type1, Map<String, Object> into) {
        if (!type1.mappings().isEmpty()) {
            into.put(
                    "mappings",
                    type1.mappings().stream().map(MappingCodec::mapping).toList());
        }
    }

    static List<Mapping> take(Fields fields) {
        return fields.has("mappings") ? fields.list("mappings", MappingCodec::mapping) : List.of();
    }

    private static Map<String, Object> mapping(Mapping mapping) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("iova", Hex.of(mapping.iova()));
        tree.put("size", Hex.of(mapping.size()));
        tree.put("vaddr", mapping.vaddr().toString());
        tree.put("access", WindowCodec.ACCESS.get((int) mapping.flags()));
        if (!mapping.owner().equals(FIRST_PROCESS)) {
            tree.put("owner", mapping.owner());
        }
        if (!mapping.pinnedBy().equals(mapping.owner())) {
            tree.put("pinned_by", mapping.pinnedBy());
        }
        if (mapping.vaddrInvalid()) {
            tree.put("vaddr_invalid", true);
        }
        return tree;
    }

    private static Mapping mapping(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        long iova = fields.hex("iova");
        long size = fields.hex("size");
        var vaddr = Addresses.taken(fields, "vaddr");
        int flags = WindowCodec.access(fields);
        String owner = fields.optionalText("owner").orElse(FIRST_PROCESS);
        String pinnedBy = fields.optionalText("pinned_by").orElse(owner);
        boolean invalid = fields.has("vaddr_invalid") && fields.truth("vaddr_invalid");
        fields.end();
        return new Mapping(iova, size, vaddr, flags, owner, pinnedBy, invalid);
    }
}
