// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.uapi;

import org.vfiooracle.engine.operation.Address;

/** What a request needs to know of the process that makes it. */
public interface Surroundings {
    /** Returns the handle of a descriptor; of one that is not of VFIO, something that is no container. */
    String handle(int descriptor);

    /** Returns the alias of the device of a name such as {@code 0000:01:00.0}; the name itself where there is none. */
    String device(String name);

    /** Returns an unused handle that begins with {@code letter}. */
    String fresh(char letter);

    /** Returns the place of an address in the process's memory. */
    Address address(long address);

    /** Whether the containers of this platform are of the Type1 driver. */
    boolean type1();
}
