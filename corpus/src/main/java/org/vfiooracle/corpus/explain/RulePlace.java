// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.kernel.container.Requests;

/**
 * A place in the model where a rule can decide.
 *
 * @param procedure name of the call, or of the part that several calls share
 * @param releases the kernels that have it
 * @param answer what is answered; empty for success, and where a step decides that itself
 */
public record RulePlace(String procedure, Releases releases, Optional<Answer> answer) {
    /** Returns the places of a rule in order of procedure. */
    public static List<RulePlace> of(String rule) {
        List<RulePlace> places = new ArrayList<>();
        for (Procedure<?> procedure : Requests.catalogue().all()) {
            String name = procedure.name().text();
            for (Item<?> item : procedure.items()) {
                if (item instanceof Check<?> check && check.id().equals(rule)) {
                    places.add(new RulePlace(name, check.releases(), Optional.of(check.answer())));
                } else if (item instanceof Step<?> step
                        && step.reasons().stream().anyMatch(r -> r.id().equals(rule))) {
                    places.add(new RulePlace(name, step.releases(), Optional.empty()));
                }
            }
            if (procedure.granted().id().equals(rule)) {
                places.add(new RulePlace(name, Releases.ALL, Optional.empty()));
            }
        }
        return places;
    }
}
