// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.contract.format.PrettyJson;
import org.vfiooracle.contract.yaml.StrictYaml;

/** The JSON file beside a YAML file, for whoever has no YAML parser: the same tree. */
final class Twin {
    private Twin() {}

    /** Returns where the twin of a file stands. */
    static String path(String yaml) {
        return yaml.substring(0, yaml.lastIndexOf('.')) + ".json";
    }

    /**
     * Returns the twin of a document.
     *
     * @param label the document, for errors
     */
    static String of(String yaml, String label) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (StrictYaml.read(yaml, label).value() instanceof Map<?, ?> map) {
            map.forEach((key, value) -> tree.put((String) key, value));
        }
        return PrettyJson.of(tree);
    }
}
