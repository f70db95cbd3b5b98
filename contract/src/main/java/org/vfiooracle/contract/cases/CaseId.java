// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.cases;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one name of a case: the id of its scenario, and the case column of its row when that is an outline:
 * {@code ATTACH-012}, {@code ATTACH-012.same-phb}.
 *
 * @param scenario id of the scenario
 * @param row the case column of the outline row, if there is one
 */
public record CaseId(String scenario, Optional<String> row) implements Comparable<CaseId> {
    private static final Pattern FORM =
            Pattern.compile("([A-Z][A-Z0-9]*(?:-[A-Z]+)*-[0-9]{3})(?:\\.([a-z0-9][a-z0-9-]*))?");

    /**
     * Reads a case id.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static CaseId parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "expected a case id such as ATTACH-012 or ATTACH-012.same-phb, found \"" + text + "\"");
        }
        return new CaseId(form.group(1), Optional.ofNullable(form.group(2)));
    }

    /** The folder of the area: the letters of the id in lower case. */
    public String area() {
        return scenario.substring(0, scenario.lastIndexOf('-')).toLowerCase(java.util.Locale.ROOT);
    }

    /** The order of the names as text: no scenario's id is the beginning of another's. */
    @Override
    public int compareTo(CaseId other) {
        int scenarios = scenario.compareTo(other.scenario);
        return scenarios != 0 ? scenarios : row.orElse("").compareTo(other.row.orElse(""));
    }

    @Override
    public String toString() {
        return scenario + row.map(r -> "." + r).orElse("");
    }
}
