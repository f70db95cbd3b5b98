// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.corpus.explain.Edit;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.procedure.Catalogue;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.kernel.container.Requests;
import org.vfiooracle.oracle.Deviations;

/** What the deviations of released kernels make of the lines of a part, each under a letter. */
final class PartDepartures {
    private final String part;
    private final Map<Deviation, Edited> all = new LinkedHashMap<>();

    private record Edited(String letter, List<Edit> edits, Catalogue catalogue) {}

    PartDepartures(CallPart part) {
        this.part = part.name();
        for (Deviation deviation : Deviations.ALL) {
            List<Edit> edits = Edit.of(deviation);
            if (part.releases().stream().anyMatch(deviation.releases()::contains)
                    && edits.stream().anyMatch(edit -> edit.procedure().equals(part.name()))) {
                String letter = String.valueOf((char) ('a' + all.size()));
                all.put(deviation, new Edited(letter, edits, deviation.edit().apply(Requests.catalogue())));
            }
        }
    }

    /** The deviations, each with its letter. */
    Map<Deviation, String> letters() {
        Map<Deviation, String> letters = new LinkedHashMap<>();
        all.forEach((deviation, edited) -> letters.put(deviation, edited.letter()));
        return letters;
    }

    /** Returns what a release makes of an entry, with the letter that says why; empty where it does as is meant. */
    Optional<String> of(Item<?> item, Release release) {
        Edit edit = new Edit(part, item.id());
        return all.entrySet().stream()
                .filter(one -> one.getKey().releases().contains(release)
                        && one.getValue().edits().contains(edit))
                .map(one -> instead(one.getValue().catalogue(), item) + " ("
                        + one.getValue().letter() + ")")
                .findFirst();
    }

    /** An edit leaves every other entry where it is, so what stands in the same place is what is there instead. */
    private String instead(Catalogue catalogue, Item<?> item) {
        List<? extends Item<?>> before = items(Requests.catalogue());
        List<? extends Item<?>> after = items(catalogue);
        Item<?> other = before.size() == after.size() ? after.get(before.indexOf(item)) : item;
        if (other.equals(item)) {
            return item instanceof Check ? "in fact not asked" : "in fact not done";
        }
        return other instanceof Check<?> check ? "in fact " + check.answer() : "in fact otherwise";
    }

    private List<? extends Item<?>> items(Catalogue catalogue) {
        return catalogue.all().stream()
                .filter(procedure -> procedure.name().text().equals(part))
                .findFirst()
                .orElseThrow()
                .items();
    }
}
