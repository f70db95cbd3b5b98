// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Series;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.kernel.container.Requests;

/**
 * A list of checks and steps: a call, or a part that several calls share.
 *
 * @param name of the call or of the part
 * @param releases those in which a call comes to it
 * @param rows its lines, without those that none of these releases has
 */
public record CallPart(String name, List<Release> releases, List<CallRow> rows) {
    private static final String TYPE1 = "type1.";
    private static final Release FIRST_OF_TYPE1 = Release.parse("5.10");

    public CallPart {
        releases = List.copyOf(releases);
        rows = List.copyOf(rows);
    }

    /** Returns a call and the parts that it performs, in the order in which it comes to them. */
    public static List<CallPart> of(String call) {
        Map<String, List<Release>> reached = new LinkedHashMap<>();
        reach(call, Series.ALL, reached);
        return reached.entrySet().stream()
                .map(one -> part(procedure(one.getKey()), one.getValue()))
                .filter(part -> !part.rows().isEmpty())
                .toList();
    }

    private static void reach(String name, List<Release> releases, Map<String, List<Release>> reached) {
        List<Release> here = releases.stream()
                .filter(release -> !name.startsWith(TYPE1) || release.compareTo(FIRST_OF_TYPE1) >= 0)
                .toList();
        List<Release> all = new ArrayList<>(reached.getOrDefault(name, List.of()));
        here.stream().filter(release -> !all.contains(release)).forEach(all::add);
        all.sort(Release::compareTo);
        reached.put(name, all);
        for (Item<?> item : procedure(name).items()) {
            if (item instanceof Step<?> step) {
                List<Release> having =
                        here.stream().filter(step.releases()::contains).toList();
                step.performs().stream()
                        .filter(part -> !having.isEmpty())
                        .forEach(part -> reach(part.text(), having, reached));
            }
        }
    }

    private static Procedure<?> procedure(String name) {
        return Requests.catalogue().all().stream()
                .filter(procedure -> procedure.name().text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no call is named " + name));
    }

    private static CallPart part(Procedure<?> procedure, List<Release> releases) {
        List<CallRow> rows = new ArrayList<>();
        for (Item<?> item : procedure.items()) {
            if (item instanceof Check<?> check) {
                add(rows, CallRow.of(check), releases);
            } else {
                Step<?> step = (Step<?>) item;
                add(rows, CallRow.of(step), releases);
                if (releases.stream().anyMatch(step.releases()::contains)) {
                    step.reasons().forEach(rule -> add(rows, CallRow.reason(rule), releases));
                }
            }
        }
        add(rows, CallRow.success(procedure.granted()), releases);
        return new CallPart(procedure.name().text(), releases, rows);
    }

    private static void add(List<CallRow> rows, CallRow next, List<Release> releases) {
        if (releases.stream().noneMatch(next::on)) {
            return;
        }
        CallRow last = rows.isEmpty() ? next : rows.get(rows.size() - 1);
        if (last.continuedBy(next, releases)) {
            rows.set(rows.size() - 1, last.and(next));
        } else {
            rows.add(next);
        }
    }
}
