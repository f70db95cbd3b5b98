// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.codec.OutcomeCodec;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Outcome;

/** One operation of a fixture as an ordered map: the call, then {@code outcome}, {@code rule} and {@code intended}. */
final class StepTree {
    private static final String CALL = "op";
    private static final String OUTCOME = "outcome";
    private static final String RULE = "rule";
    private static final String INTENDED = "intended";
    private static final String DEVIATION = "deviation";

    private StepTree() {}

    static Map<String, Object> encode(RecordedStep step) {
        Map<String, Object> tree = OperationCodec.encode(step.operation());
        tree.put(OUTCOME, OutcomeCodec.encode(step.outcome()));
        tree.put(RULE, step.rule());
        step.intended().ifPresent(intended -> tree.put(INTENDED, encode(intended)));
        return tree;
    }

    /** Returns what a platform says to an operation; the name of the call stands there for those who read the file. */
    static Map<String, Object> answer(RecordedStep step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(CALL, step.operation().name());
        tree.putAll(OutcomeCodec.encode(step.outcome()));
        tree.put(RULE, step.rule());
        step.intended().ifPresent(intended -> tree.put(INTENDED, encode(intended)));
        return tree;
    }

    /** Reads what a platform says to {@code operation}. */
    static RecordedStep answered(Operation operation, Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        String call = fields.text(CALL);
        if (!call.equals(operation.name())) {
            throw new CodecProblem(fields.path(CALL), "the call that the case makes, " + operation.name(), call);
        }
        Outcome outcome = OutcomeCodec.take(fields);
        String rule = fields.text(RULE);
        Optional<RecordedStep.Intended> intended =
                fields.has(INTENDED) ? Optional.of(intended(fields.map(INTENDED))) : Optional.empty();
        fields.end();
        return new RecordedStep(operation, outcome, rule, intended);
    }

    static RecordedStep decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        Operation operation = OperationCodec.take(fields);
        Outcome outcome = OutcomeCodec.decode(fields.any(OUTCOME), fields.path(OUTCOME));
        String rule = fields.text(RULE);
        Optional<RecordedStep.Intended> intended =
                fields.has(INTENDED) ? Optional.of(intended(fields.map(INTENDED))) : Optional.empty();
        fields.end();
        return new RecordedStep(operation, outcome, rule, intended);
    }

    private static Map<String, Object> encode(RecordedStep.Intended intended) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(DEVIATION, intended.deviation());
        tree.putAll(OutcomeCodec.encode(intended.outcome()));
        tree.put(RULE, intended.rule());
        return tree;
    }

    private static RecordedStep.Intended intended(Fields fields) {
        String deviation = fields.text(DEVIATION);
        Outcome outcome = OutcomeCodec.take(fields);
        RecordedStep.Intended intended = new RecordedStep.Intended(deviation, outcome, fields.text(RULE));
        fields.end();
        return intended;
    }
}
