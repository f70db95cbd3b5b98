// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.corpus.explain.Decisions.Decision;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.kernel.container.Requests;

/**
 * What is known of a call.
 *
 * @param call its name
 * @param parts its own table and those of the parts that it performs, in the order in which it comes to them
 * @param ofType1 the same where the driver of the container is Type1; empty where that driver does nothing of its own
 */
public record CallFacts(String call, List<EraTable> parts, List<EraTable> ofType1) {
    private static final String TYPE1 = "type1.";

    public CallFacts {
        parts = List.copyOf(parts);
        ofType1 = List.copyOf(ofType1);
    }

    /** Returns what is known of a call. */
    public static CallFacts of(String call, CorpusKnowledge knowledge) {
        List<EraTable> ofType1 = names().contains(TYPE1 + call) ? tables(call, TYPE1 + call, knowledge) : List.of();
        return new CallFacts(call, tables(call, call, knowledge), ofType1);
    }

    /** The names of the calls, in order. */
    public static List<String> calls() {
        return names().stream().filter(name -> !name.startsWith(TYPE1)).toList();
    }

    /** The name of the page of a call, without what tells the format. */
    public static String file(String call) {
        return call.replaceAll("[^A-Za-z0-9_]+", "-");
    }

    /** Returns the lines of some tables that refuse, as {@code container.join 2, 3}, by their answer. */
    public static Map<String, List<String>> refusals(List<EraTable> tables) {
        Map<String, List<String>> byAnswer = new TreeMap<>();
        for (EraTable table : tables) {
            refusals(table).forEach((answer, numbers) -> byAnswer.computeIfAbsent(answer, any -> new ArrayList<>())
                    .add(table.name() + " " + String.join(", ", numbers)));
        }
        return byAnswer;
    }

    private static Map<String, List<String>> refusals(EraTable table) {
        Map<String, List<String>> byAnswer = new TreeMap<>();
        for (int i = 0; i < table.rows().size(); i++) {
            String number = String.valueOf(i + 1);
            table.rows().get(i).items().stream()
                    .filter(Check.class::isInstance)
                    .map(item -> ((Check<?>) item).answer().toString())
                    .distinct()
                    .forEach(answer -> byAnswer.computeIfAbsent(answer, any -> new ArrayList<>())
                            .add(number));
        }
        return byAnswer;
    }

    /** The names of the calls and, by names of their own, those that Type1 answers otherwise. */
    static List<String> names() {
        return Requests.catalogue().all().stream()
                .filter(procedure ->
                        Operation.class.isAssignableFrom(procedure.name().argument()))
                .map(procedure -> procedure.name().text())
                .toList();
    }

    private static List<EraTable> tables(String call, String procedure, CorpusKnowledge knowledge) {
        return CallPart.of(procedure).stream()
                .map(part -> new EraTable(part, rule -> generations(call, rule, knowledge)))
                .toList();
    }

    /** The generations on which a rule has decided a call. */
    private static String generations(String call, Rule rule, CorpusKnowledge knowledge) {
        SortedSet<String> generations = new TreeSet<>();
        for (Decision decision : knowledge.ofRule(rule.id())) {
            if (call.equals(decision.call()) || call.startsWith(decision.call() + " ")) {
                generations.add(decision.platform().generation());
            }
        }
        return String.join(", ", generations);
    }
}
