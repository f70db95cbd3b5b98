// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

/** The user named scenarios that there are not. */
public final class NothingSelected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String hint;

    private NothingSelected(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    static NothingSelected noFile(String text) {
        return new NothingSelected(
                "expected a feature file, a folder, a tag or an id such as @ATTACH-012, found \"" + text + "\"",
                "no such file");
    }

    static NothingSelected noScenario(String text) {
        return new NothingSelected(
                text.isEmpty() ? "there is no scenario" : "no scenario is selected by \"" + text + "\"",
                "./oracle new scenario AREA starts one");
    }

    /** What may help; may be empty. */
    public String hint() {
        return hint;
    }
}
