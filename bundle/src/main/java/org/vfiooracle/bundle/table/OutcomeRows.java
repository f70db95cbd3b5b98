// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.table;

import java.util.List;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Outcome;

/** Outcomes as rows, with the fields that a call filled in and what the hardware was told. */
final class OutcomeRows {
    private final NameTable names;
    private final RowTable fields = new RowTable("struct vfio_oracle_field", "fields", "{0, UINT64_C(0)}");
    private final RowTable effects =
            new RowTable("struct vfio_oracle_effect", "effects", "{0, 0, 0, 0, UINT64_C(0), UINT64_C(0)}");

    OutcomeRows(NameTable names) {
        this.names = names;
    }

    String of(Outcome outcome, String rule) {
        List<String> filled = outcome.out().entrySet().stream()
                .map(entry -> "{" + CName.constant("FIELD_", entry.getKey().key()) + ", " + CName.wide(entry.getValue())
                        + "}")
                .toList();
        List<String> told = outcome.effects().stream().map(this::row).toList();
        return "{" + answer(outcome.answer()) + ", " + filled.size() + ", " + told.size() + ", " + fields.add(filled)
                + ", " + effects.add(told) + ", UINT64_C(" + outcome.lockedPages() + "), " + CName.quoted(rule) + "}";
    }

    /** Returns the definitions of the arrays that rows refer to. */
    String text() {
        return fields.text() + effects.text();
    }

    private static String answer(Answer answer) {
        if (answer instanceof Answer.Value value) {
            return Integer.toString(Math.toIntExact(value.value()));
        }
        if (answer instanceof Answer.Failed failed) {
            return "-" + failed.errno();
        }
        if (answer instanceof Answer.Descriptor) {
            return CName.PREFIX + "FD";
        }
        throw new IllegalStateException("no call of the kernel answers so: " + answer);
    }

    private String row(Effect effect) {
        if (effect instanceof Effect.WindowSet set) {
            return row(effect, set.group(), set.window(), set.pageShift(), set.start(), set.size());
        }
        if (effect instanceof Effect.WindowUnset unset) {
            return row(effect, unset.group(), unset.window(), 0, 0, 0);
        }
        if (effect instanceof Effect.Bypass bypass) {
            return row(effect, bypass.group(), 0, 0, 0, 0);
        }
        Effect.Tces tces = (Effect.Tces) effect;
        return row(effect, "", 0, 0, tces.iova(), tces.size());
    }

    private String row(Effect effect, String group, int window, int pageShift, long start, long size) {
        return "{" + CName.constant("", effect.kind()) + ", " + window + ", " + pageShift + ", " + names.index(group)
                + ", " + CName.wide(start) + ", " + CName.wide(size) + "}";
    }
}
