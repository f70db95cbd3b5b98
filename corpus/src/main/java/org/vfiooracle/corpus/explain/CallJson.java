// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.codec.OutcomeCodec;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.engine.procedure.Transition;

/** A call that was performed as a JSON object, for the pages that show calls one by one. */
public final class CallJson {
    private CallJson() {}

    /** Adds a call to {@code json}: operation, outcome, rule, what was intended, and the windows after it. */
    public static void json(PerformedOperation done, Map<String, Object> json) {
        Transition transition = done.transition();
        json.put("operation", OperationCodec.encode(done.operation()));
        json.put("outcome", OutcomeCodec.encode(transition.outcome()));
        json.put("rule", transition.rule().id());
        done.departure().ifPresent(departure -> {
            Map<String, Object> intended = new LinkedHashMap<>();
            intended.put("deviation", departure.deviation());
            intended.put("outcome", OutcomeCodec.encode(departure.intended()));
            intended.put("rule", departure.rule().id());
            json.put("intended", intended);
        });
        json.put(
                "windows",
                WindowLine.of(transition.next()).stream().map(WindowLine::text).toList());
    }
}
