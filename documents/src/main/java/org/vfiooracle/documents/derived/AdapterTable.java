// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.derived;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vfiooracle.contract.declaration.Argument;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;

/** The table of operations for adapters that are no C: JSON, by name what it is made on and which arguments it may have. */
final class AdapterTable {
    private final Declarations declarations;

    AdapterTable(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Returns the document. */
    String text() {
        Map<String, Object> operations = new LinkedHashMap<>();
        declarations.byName().forEach((name, each) -> operations.put(name, operation(each)));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "$comment",
                "SPDX-License-Identifier: Apache-2.0. Made by ./oracle docs from the records in model/engine");
        tree.put("operations", operations);
        return CompactJson.of(tree);
    }

    private static Map<String, Object> operation(List<Declaration> declarations) {
        Declaration usual = declarations.get(declarations.size() - 1);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("on", usual.on().key());
        usual.request().ifPresent(request -> {
            tree.put("nr", request.nr());
            if (request.size() > 0) {
                tree.put("size", request.size());
            }
        });
        Set<String> keys = new LinkedHashSet<>();
        for (Declaration each : declarations) {
            keys.addAll(each.constants().keySet());
            each.arguments().stream().map(Argument::key).forEach(keys::add);
        }
        tree.put("arguments", new ArrayList<>(keys));
        return tree;
    }
}
