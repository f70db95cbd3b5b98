// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.container;

import java.util.List;
import org.vfiooracle.model.engine.NotModelled;
import org.vfiooracle.model.engine.Procedure;
import org.vfiooracle.model.engine.Progress;
import org.vfiooracle.model.engine.Rule;
import org.vfiooracle.model.engine.Step;
import org.vfiooracle.model.operation.Operation;

/** Second descriptors of one open file, and second processes. */
public final class ProcessCalls {
    static final Procedure.Name<Operation.Dup> DUP = new Procedure.Name<>("dup", Operation.Dup.class);
    static final Procedure.Name<Operation.Fork> FORK = new Procedure.Name<>("fork", Operation.Fork.class);
    static final Procedure.Name<Operation.Exit> EXIT = new Procedure.Name<>("exit", Operation.Exit.class);

    private static final Rule DUPLICATED =
            Rule.read("fd.duplicated", "dup(2)", "A file is released when its last descriptor is closed");
    private static final Rule FORKED = Rule.read(
            "process.forked", "fork(2)", "A child has copies of all descriptors and of the memory, and nothing locked");
    private static final Rule EXITED =
            Rule.read("process.exited", "exit(2)", "A process that ends closes its descriptors");

    private ProcessCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(DUP, DUPLICATED, Step.<Operation.Dup>of("dup", call -> no("dup"))),
                Procedure.of(FORK, FORKED, Step.<Operation.Fork>of("fork", call -> no("fork"))),
                Procedure.of(EXIT, EXITED, Step.<Operation.Exit>of("exit", call -> no("exit"))));
    }

    private static Progress no(String what) {
        throw new NotModelled(what);
    }
}
