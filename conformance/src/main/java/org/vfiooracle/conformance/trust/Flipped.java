// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.trust;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Outcome;

/**
 * A fixture in which one answer was made wrong on purpose.
 *
 * @param fixture with the wrong answer
 * @param operation which operation it is, from 1
 * @param right what the fixture says
 * @param wrong what it says now
 */
public record Flipped(Fixture fixture, int operation, String right, String wrong) {
    /** Returns the fixture of a case with another answer to the last operation that was compared. */
    public static Flipped of(CaseResult result) {
        Comparison comparison = result.comparison();
        int index = comparison.stepsCompared() - 1;
        RecordedStep step = result.fixture().steps().get(index);
        Answer answer = step.outcome().answer();
        Answer other = Answer.of(answer.equals(Answer.of(Errno.EPERM)) ? Errno.EINVAL : Errno.EPERM);
        List<RecordedStep> steps = new ArrayList<>(result.fixture().steps());
        steps.set(index, with(step, other));
        Fixture fixture = new Fixture(
                result.fixture().platform(),
                result.fixture().feature(),
                result.fixture().performed(),
                steps,
                result.fixture().last());
        return new Flipped(fixture, index + 1, answer.toString(), other.toString());
    }

    private static RecordedStep with(RecordedStep step, Answer other) {
        Outcome outcome = step.outcome();
        Outcome wrong = new Outcome(other, outcome.out(), outcome.lockedPages(), outcome.effects(), outcome.calls());
        return new RecordedStep(step.operation(), wrong, step.rule(), java.util.Optional.empty());
    }

    /** Returns {@code operation 3, VFIO_SET_IOMMU(C1, type 7), expects EPERM instead of 0}. */
    public String text() {
        return "operation " + operation + ", "
                + OperationText.of(fixture.steps().get(operation - 1).operation()) + ", expects " + wrong
                + " instead of "
                + right;
    }
}
