// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.memory;

import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.HasStruct;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.source.Source;

/** Reading the argument struct of a call, and filling it in. */
public final class Structs {
    private static final Rule UNREADABLE = Rule.read(
            "struct.unreadable",
            Source.elsewhere("copy_from_user of each call"),
            "The argument struct of an ioctl must be in readable memory");
    private static final Rule UNWRITABLE = Rule.read(
            "struct.unwritable",
            Source.elsewhere("copy_to_user of each call"),
            "The argument struct must be writable to return results; what the call has already done is not undone");

    /** The id of the check of {@link #written}. */
    public static final String WRITTEN_ID = UNWRITABLE.id();

    private Structs() {}

    /** The call reads its struct. */
    public static <O extends Operation & HasStruct> Item<O> read() {
        return Check.that(
                UNREADABLE, Errno.EFAULT, call -> !call.args().pointer().readable());
    }

    /** The call reads its struct, and then looks at the size that it claims. */
    public static <O extends Operation & HasStruct> Item<O> atLeast(Rule rule, int size) {
        return Check.that(
                rule, Errno.EINVAL, call -> Integer.compareUnsigned(call.args().argsz(), size) < 0);
    }

    /** The call fills in its struct; nothing is taken back when it cannot. */
    public static <O extends Operation & HasStruct> Item<O> written() {
        return Check.that(
                UNWRITABLE, Errno.EFAULT, call -> !call.args().pointer().writable());
    }

    /** A call reads an argument that is no struct: a descriptor, or a name. */
    public static <O extends Operation> Item<O> read(
            java.util.function.Function<O, org.vfiooracle.engine.operation.Pointer> pointer) {
        return Check.that(
                UNREADABLE, Errno.EFAULT, call -> !pointer.apply(call.args()).readable());
    }
}
