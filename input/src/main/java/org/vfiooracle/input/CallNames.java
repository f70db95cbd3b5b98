// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.List;
import org.vfiooracle.contract.codec.OperationCodec;

/** Names of operations, as a user types them. */
public final class CallNames {
    private CallNames() {}

    /**
     * Returns the names as they are.
     *
     * @throws UnknownName at the first that no operation has
     */
    public static List<String> known(List<String> typed) {
        for (String name : typed) {
            if (!OperationCodec.names().contains(name)) {
                throw new UnknownName("operation", name, OperationCodec.names());
            }
        }
        return List.copyOf(typed);
    }
}
