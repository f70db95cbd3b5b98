// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.reach;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.yaml.StrictYaml;

/**
 * What no scenario has to reach, each with the reason, as {@code docs/data/unreached.yaml} lists it.
 *
 * @param rules the reason, by id of the rule
 * @param answers the reason, by call and answer
 * @param decisions the reason, by call and rule
 * @param branches how many branches of a method the features alone do not take, by {@code package.Class.method}
 */
public record Unreached(
        SortedMap<String, String> rules,
        SortedMap<CallAnswer, String> answers,
        SortedMap<CallRule, String> decisions,
        SortedMap<String, Integer> branches) {
    /** The list below the root of a checkout. */
    public static final String FILE = "docs/data/unreached.yaml";

    public Unreached {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        decisions = Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
        branches = Collections.unmodifiableSortedMap(new TreeMap<>(branches));
    }

    /**
     * Reads the list of the checkout at {@code root}; one without the file has no exceptions.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is wrong
     */
    public static Unreached read(Path root) {
        Path file = root.resolve(FILE);
        return Files.exists(file)
                ? parse(StrictYaml.text(file, FILE), FILE)
                : new Unreached(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /**
     * Reads a list.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is wrong
     */
    public static Unreached parse(String text, String label) {
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            SortedMap<String, String> rules = new TreeMap<>();
            SortedMap<CallAnswer, String> answers = new TreeMap<>();
            SortedMap<CallRule, String> decisions = new TreeMap<>();
            SortedMap<String, Integer> branches = new TreeMap<>();
            fields.listOrEmpty("rules", (element, at) -> {
                Fields rule = Fields.of(element, at);
                once(rules.put(rule.text("rule"), rule.text("reason")), at);
                rule.end();
                return at;
            });
            fields.listOrEmpty("answers", (element, at) -> {
                Fields pair = Fields.of(element, at);
                once(answers.put(new CallAnswer(pair.text("call"), pair.text("answer")), pair.text("reason")), at);
                pair.end();
                return at;
            });
            fields.listOrEmpty("decisions", (element, at) -> {
                Fields several = Fields.of(element, at);
                String reason = several.text("reason");
                List<String> rulesOf = several.texts("rules");
                for (String call : several.texts("calls")) {
                    rulesOf.forEach(rule -> once(decisions.put(new CallRule(call, rule), reason), at));
                }
                several.end();
                return at;
            });
            fields.listOrEmpty("branches", (element, at) -> {
                Fields method = Fields.of(element, at);
                method.text("reason");
                once(branches.put(method.text("method"), method.count("missed")), at);
                method.end();
                return at;
            });
            fields.end();
            return new Unreached(rules, answers, decisions, branches);
        });
    }

    /** What is wrong, one sentence each: what is neither reached nor excused, and excuses that are not needed. */
    public List<String> findings(Reach reach) {
        List<String> findings = new ArrayList<>();
        for (String rule : reach.rules()) {
            if (!rules.containsKey(rule)) {
                findings.add("rule " + rule + ": decides no fixture; write a scenario, or add a reason to " + FILE);
            }
        }
        for (CallAnswer pair : reach.answers()) {
            if (!answers.containsKey(pair)) {
                findings.add(pair + ": in no fixture; write a scenario, or add a reason to " + FILE);
            }
        }
        for (CallRule decision : reach.decisions()) {
            if (!decisions.containsKey(decision)) {
                findings.add(decision
                        + ": the rule can decide this call, and does so in no fixture; write a scenario, or add a "
                        + "reason to " + FILE);
            }
        }
        rules.keySet().stream()
                .filter(rule -> !reach.rules().contains(rule))
                .forEach(rule -> findings.add(FILE + ": rule " + rule + " is reached, or does not exist"));
        answers.keySet().stream()
                .filter(pair -> !reach.answers().contains(pair))
                .forEach(pair -> findings.add(FILE + ": " + pair + " is in the corpus, or never given"));
        decisions.keySet().stream()
                .filter(decision -> !reach.decisions().contains(decision))
                .forEach(decision -> findings.add(FILE + ": " + decision + " is in the corpus, or never decided so"));
        return findings;
    }

    private static void once(@org.jspecify.annotations.Nullable Object before, String path) {
        if (before != null) {
            throw new CodecProblem(path, "each exception once", "a second one");
        }
    }
}
