// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.conformance.contrast.Contrast;
import org.vfiooracle.contract.wording.OperationText;

/** The first difference of a case, as the pages show it that compare platforms or programs. */
final class ContrastText {
    private ContrastText() {}

    /** What decided: one rule, or that of each side. */
    static String rules(Contrast contrast) {
        return contrast.leftRule().equals(contrast.rightRule())
                ? contrast.leftRule()
                : contrast.leftRule() + " / " + contrast.rightRule();
    }

    /** How many operations differ after it, if any do. */
    static String further(Contrast contrast) {
        return contrast.further() == 0
                ? ""
                : " (and " + contrast.further() + " later differences, possibly consequences)";
    }

    /** Returns the difference as a map; {@code name} is that of the scenario. */
    static Map<String, Object> json(Contrast contrast, String name) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", contrast.id().toString());
        json.put("name", name);
        json.put("step", contrast.step());
        json.put("operation", OperationText.of(contrast.operation()));
        json.put("left", contrast.left());
        json.put("right", contrast.right());
        json.put("left_rule", contrast.leftRule());
        json.put("right_rule", contrast.rightRule());
        json.put("further", contrast.further());
        return json;
    }
}
