// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

/** A call whose argument is a struct that says its own size. Source: {@code <linux/vfio.h>}. */
public interface HasStruct {
    /** The size that the struct claims, in bytes. */
    int argsz();

    /** Where the struct is. */
    Pointer pointer();
}
