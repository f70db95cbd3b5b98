// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.vfiooracle.contract.declaration.Argument;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.FieldPlace;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.BareCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Pointer;
import org.vfiooracle.engine.operation.Repeat;

/** The operations of cases as rows, with their arguments and outcomes. */
final class StepRows {
    private static final String ON = "on";
    private static final String AS = "as";
    private static final String CLOSED = "closed";

    /** As the number of a limit: all bits. */
    private static final long UNLIMITED = -1;

    private final NameTable names;
    private final OutcomeRows outcomes;
    private final RowTable arguments =
            new RowTable("struct vfio_oracle_argument", "arguments", "{0, 0, 0, 0, 0, 0, UINT64_C(0)}");
    private final RowTable intended =
            new RowTable("struct vfio_oracle_intended", "intended", "{\"\", {0, 0, 0, 0, 0, UINT64_C(0), \"\"}}");

    StepRows(NameTable names) {
        this.names = names;
        this.outcomes = new OutcomeRows(names);
    }

    /** Returns the row of one operation. */
    String of(RecordedStep step) {
        int by = step.operation() instanceof Operation.By other ? names.index(other.by()) : NameTable.NONE;
        Operation made = step.operation() instanceof Operation.By other ? other.call() : step.operation();
        Operation call = BareCall.of(made);
        Declaration declaration = Declaration.of(call.getClass());
        List<Object> values = declaration.values(call);
        List<String> given = new ArrayList<>();
        if (made instanceof Repeat repeat) {
            given.addAll(repeated(repeat));
        }
        declaration
                .constants()
                .forEach((key, value) -> given.add(row(key, "TEXT", names.index(value), 0, 0, false, 0)));
        int on = NameTable.NONE;
        int as = NameTable.NONE;
        Pointer pointer = Pointer.GOOD;
        for (int i = 0; i < values.size(); i++) {
            Argument argument = declaration.arguments().get(i);
            if (argument.key().equals(ON)) {
                on = names.index(String.valueOf(values.get(i)));
            } else if (argument.key().equals(AS)) {
                as = names.index(String.valueOf(values.get(i)));
            } else if (values.get(i) instanceof Pointer where) {
                pointer = where;
            } else if (!(argument.seldom() && ((Number) values.get(i)).longValue() == 0)) {
                given.add(row(argument, values.get(i)));
            }
        }
        return "{" + CName.constant("OP_", made.name()) + ", " + pointer.ordinal() + ", " + by + ", " + on + ", "
                + as
                + ", " + given.size() + ", " + arguments.add(given) + ", "
                + outcomes.of(step.outcome(), step.rule()) + ", "
                + step.intended()
                        .map(meant -> intended.add(List.of("{" + CName.quoted(meant.deviation()) + ", "
                                + outcomes.of(meant.outcome(), meant.rule()) + "}")))
                        .orElse(-1)
                + "} /* " + OperationText.of(step.operation()) + " */";
    }

    /** Returns the definitions of all arrays that rows refer to. */
    String text() {
        return arguments.text() + outcomes.text() + intended.text();
    }

    /** How often and how much further, and what: the arguments of the request follow. */
    private List<String> repeated(Repeat repeat) {
        List<String> given = new ArrayList<>();
        given.add(row("call", "TEXT", names.index(repeat.call().name()), 0, 0, false, 0));
        given.add(row("times", "NUMBER", NameTable.NONE, 0, 0, false, repeat.times()));
        if (repeat.iovaStep() != 0) {
            given.add(row("iova_step", "NUMBER", NameTable.NONE, 0, 0, false, repeat.iovaStep()));
        }
        if (repeat.vaddrStep() != 0) {
            given.add(row("vaddr_step", "NUMBER", NameTable.NONE, 0, 0, false, repeat.vaddrStep()));
        }
        return given;
    }

    private String row(Argument argument, Object value) {
        FieldPlace place = argument.place().orElse(new FieldPlace(0, 0));
        String key = argument.key();
        if (value instanceof Number number) {
            long bits = value instanceof Integer count ? Integer.toUnsignedLong(count) : number.longValue();
            return row(key, "NUMBER", NameTable.NONE, place.at(), place.bytes(), argument.passed(), bits);
        }
        if (value instanceof OptionalLong limit) {
            return row(key, "NUMBER", NameTable.NONE, 0, 0, false, limit.orElse(UNLIMITED));
        }
        if (value instanceof List<?> words) {
            String text = words.isEmpty() ? "none" : String.valueOf(words.get(0));
            return row(key, "TEXT", names.index(text), 0, 0, false, 0);
        }
        if (value instanceof Address.InBuffer in) {
            return row(key, "ADDRESS", names.index(in.buffer()), place.at(), place.bytes(), false, in.offset());
        }
        if (value instanceof Address.Absolute absolute) {
            return row(key, "NUMBER", NameTable.NONE, place.at(), place.bytes(), false, absolute.value());
        }
        String kind =
                switch (argument.spelling()) {
                    case HANDLE -> "HANDLE";
                    case DESCRIPTOR -> value.equals(CLOSED) ? "CLOSED" : "HANDLE";
                    case GROUP -> "GROUP";
                    case DEVICE -> "DEVICE";
                    case BACKING, ACCESS -> "TEXT";
                    default ->
                        throw new IllegalStateException("no call of the kernel has such an argument: " + argument);
                };
        return row(key, kind, names.index(value.toString()), place.at(), place.bytes(), false, 0);
    }

    private static String row(String key, String kind, int name, int at, int bytes, boolean passed, long value) {
        return "{" + CName.constant("KEY_", key) + ", " + CName.PREFIX + kind + ", " + (passed ? 1 : 0) + ", " + name
                + ", " + at + ", " + bytes + ", " + CName.wide(value) + "}";
    }
}
