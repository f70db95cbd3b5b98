// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.procedure.Catalogue;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.kernel.container.Requests;

/**
 * One entry that a deviation takes away or replaces.
 *
 * @param procedure name of the procedure that the entry is in
 * @param entry id of the rule, or name of the step
 */
public record Edit(String procedure, String entry) {
    /** Returns what a deviation changes, over all releases, in order of procedure and entry. */
    public static List<Edit> of(Deviation deviation) {
        Catalogue before = Requests.catalogue();
        Catalogue after = deviation.edit().apply(before);
        List<Edit> edits = new ArrayList<>();
        for (Procedure<?> procedure : before.all()) {
            List<? extends Item<?>> left = after.find(procedure.name()).items();
            for (Item<?> item : procedure.items()) {
                if (!left.contains(item)) {
                    edits.add(new Edit(procedure.name().text(), item.id()));
                }
            }
        }
        return edits;
    }
}
