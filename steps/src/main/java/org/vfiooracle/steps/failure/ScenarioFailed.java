// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.failure;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario does not hold, or cannot be understood. Its message is the text of the failures. */
public final class ScenarioFailed extends AssertionError {
    private static final long serialVersionUID = 1;

    private final transient List<Failure> failures;

    public ScenarioFailed(List<Failure> failures) {
        super(failures.stream().map(Failure::text).collect(Collectors.joining("\n\n")));
        this.failures = List.copyOf(failures);
    }

    public ScenarioFailed(Failure failure) {
        this(List.of(failure));
    }

    /** What is wrong; never empty. */
    public List<Failure> failures() {
        return failures;
    }
}
