// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import org.vfiooracle.contract.declaration.Argument;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Repeat;

/** What can be repeated, and which of its arguments can go on. */
final class RepeatCheck {
    private RepeatCheck() {}

    /**
     * Looks at an operation that was read.
     *
     * @param fields what it was read from, for the place of a problem
     * @throws CodecProblem when it repeats what cannot be repeated
     */
    static void of(Repeat repeat, Fields fields) {
        Operation request = repeat.call();
        if (request instanceof Operation.By) {
            throw new CodecProblem(
                    fields.path("call"), "a request, with \"by\" beside \"repeat\"", "\"by\" in the request");
        }
        Declaration declaration = Declaration.of(request.getClass());
        if (declaration.request().isEmpty() || declaration.arguments().stream().anyMatch(Argument::isNew)) {
            throw new CodecProblem(
                    fields.path("call") + ".op",
                    "a request that opens nothing, such as VFIO_IOMMU_MAP_DMA",
                    "\"" + request.name() + "\"");
        }
        goesOn("iova", repeat.iovaStep(), declaration, fields);
        goesOn("vaddr", repeat.vaddrStep(), declaration, fields);
    }

    private static void goesOn(String argument, long step, Declaration declaration, Fields fields) {
        if (step != 0 && declaration.argument(argument).isEmpty()) {
            throw new CodecProblem(
                    fields.path(argument + "_step"),
                    "a request that has the argument \"" + argument + "\"",
                    "\"" + declaration.name() + "\"");
        }
    }
}
