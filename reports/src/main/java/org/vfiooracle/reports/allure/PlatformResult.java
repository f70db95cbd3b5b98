// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.corpus.evidence.Evidence;
import org.vfiooracle.engine.platform.PlatformId;

/** What a scenario came to on one platform. */
public sealed interface PlatformResult {
    /** The platform, as the corpus names it. */
    PlatformId platform();

    /**
     * It ran, and answered as the scenario expects.
     *
     * @param fixture what was recorded
     * @param asked index of the operation that the scenario is about (its {@code When})
     * @param evidence what the fixture rests on
     */
    record Recorded(Fixture fixture, int asked, Evidence evidence) implements PlatformResult {
        @Override
        public PlatformId platform() {
            return fixture.platform();
        }
    }

    /**
     * It ran, and answered otherwise than the scenario expects.
     *
     * @param fixture what the model answers; no such file is written
     * @param asked index of the operation that the scenario is about (its {@code When})
     * @param call that operation, with the states before and after it
     * @param expected what the scenario expects and what it got, in one line
     */
    record Wrong(Fixture fixture, int asked, PerformedOperation call, String expected) implements PlatformResult {
        @Override
        public PlatformId platform() {
            return fixture.platform();
        }

        /** Whether the scenario ends with that operation. */
        boolean ends() {
            return asked == fixture.steps().size() - 1;
        }
    }

    /**
     * It does not apply.
     *
     * @param rule id of the rule that stops a {@code Given}
     * @param reason in one sentence
     */
    record NotApplicable(PlatformId platform, String rule, String reason) implements PlatformResult {}

    /**
     * There is no answer.
     *
     * @param reason not modelled, no row for the platform, a defect: in one sentence
     */
    record Unanswered(PlatformId platform, String reason) implements PlatformResult {}
}
