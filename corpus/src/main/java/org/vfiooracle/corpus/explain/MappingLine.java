// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.state.Mapping;

/**
 * One line of the mappings of a Type1 container.
 *
 * @param mapping the mapping
 */
public record MappingLine(Mapping mapping) {
    private static final int READ = 1;
    private static final int WRITE = 2;

    /** The line for people: {@code 0x0..0xfffff -> B1+0x0, 1 MiB, read and write}. */
    public String text() {
        return ByteText.range(mapping.iova(), mapping.size()) + " -> " + mapping.vaddr()
                + ", " + ByteText.size(mapping.size()) + ", " + access()
                + (mapping.vaddrInvalid() ? ", address invalidated" : "");
    }

    private String access() {
        boolean read = (mapping.flags() & READ) != 0;
        boolean write = (mapping.flags() & WRITE) != 0;
        return (read ? "read" : "") + (read && write ? " and " : "") + (write ? "write" : "");
    }
}
