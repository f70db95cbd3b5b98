// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.mutate.Mutant;
import org.vfiooracle.generator.strength.Strength;
import org.vfiooracle.generator.strength.Survivors;

/**
 * What a suite catches.
 *
 * @param platform as the user named it
 * @param suite what it is called
 * @param strength what it catches
 * @param list whether each mistake is listed
 */
public record StrengthPage(PlatformId platform, String suite, Strength strength, boolean list) implements Page {
    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(platform + ", " + suite + " (" + strength.matrix().rows().size() + " cases): " + strength.caught()
                + " of " + strength.fates().size() + " mistakes are caught");
        lines.add("");
        lines.addAll(table().lines("  "));
        if (list) {
            lines.add("");
            strength.fates().forEach(fate -> lines.add("  " + fate.mutant() + ": " + told(fate)));
            return lines;
        }
        List<Strength.Fate> open = strength.open();
        if (!open.isEmpty()) {
            lines.add("");
            lines.add("Nothing catches these, and " + Survivors.FILE + " has no reason:");
            open.forEach(fate -> lines.addAll(open(fate)));
        }
        return lines;
    }

    private TextTable table() {
        TextTable table = TextTable.headed("", "caught", "of", "would be by", "explained", "open");
        for (Mutant.Kind kind : Mutant.Kind.values()) {
            List<Strength.Fate> fates = strength.fates().stream()
                    .filter(fate -> fate.mutant().kind() == kind)
                    .toList();
            if (!fates.isEmpty()) {
                table.row(
                        kind.sentence(),
                        count(fates, Strength.Fate::caught),
                        Integer.toString(fates.size()),
                        count(fates, fate -> !fate.caught() && !fate.deeper().isEmpty()),
                        count(fates, fate -> !fate.caught() && fate.reason().isPresent()),
                        count(fates, Strength.Fate::open));
            }
        }
        return table;
    }

    private static String count(List<Strength.Fate> fates, java.util.function.Predicate<Strength.Fate> which) {
        return Long.toString(fates.stream().filter(which).count());
    }

    private static List<String> open(Strength.Fate fate) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + fate.mutant());
        if (fate.deeper().isEmpty()) {
            lines.add("    no calls were found that tell it apart");
        }
        fate.deeper().forEach(call -> lines.add("    " + OperationText.of(call)));
        return lines;
    }

    private static String told(Strength.Fate fate) {
        if (fate.caught()) {
            return fate.times() + " cases, the shortest is @"
                    + fate.shortest().map(one -> one.id().toString()).orElse("");
        }
        return fate.reason()
                .map(reason -> reason.kind().key() + ", " + reason.why())
                .orElse(
                        fate.deeper().isEmpty()
                                ? "survives"
                                : "survives, but " + fate.deeper().size() + " calls catch it");
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("platform", platform.toString());
        tree.put("suite", suite);
        tree.put("cases", strength.matrix().rows().size());
        tree.put("caught", strength.caught());
        tree.put("mutants", strength.fates().stream().map(StrengthPage::json).toList());
        return tree;
    }

    private static Map<String, Object> json(Strength.Fate fate) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("mutant", fate.mutant().id());
        tree.put("kind", fate.mutant().kind().key());
        tree.put("caught_by", fate.times());
        fate.shortest().ifPresent(one -> tree.put("shortest", one.id().toString()));
        if (!fate.caught() && !fate.deeper().isEmpty()) {
            tree.put(
                    "would_be_caught_by",
                    fate.deeper().stream().map(OperationText::of).toList());
        }
        fate.reason().ifPresent(reason -> {
            tree.put("reason", reason.kind().key());
            tree.put("why", reason.why());
        });
        return tree;
    }
}
