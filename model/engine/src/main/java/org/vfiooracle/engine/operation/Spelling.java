// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

/** How an argument of an operation is written down. */
public enum Spelling {
    /** The name of a descriptor, of a process or of a program. */
    HANDLE,
    /** The name of a descriptor, or {@code closed}. */
    DESCRIPTOR,
    /** The alias of a group. */
    GROUP,
    /** The alias of a device. */
    DEVICE,
    /** The name of a buffer. */
    BUFFER,
    /** A program and its version. */
    PROGRAM,
    /** A list of devices, each with its bridge. */
    PLACED_DEVICES,
    /** An address of the process. */
    ADDRESS,
    /** Where the argument struct is; left out where it is in ordinary memory. */
    POINTER,
    /** A limit of memory in bytes, or {@code unlimited}. */
    LIMIT,
    /** A list of capabilities. */
    CAPABILITIES,
    /** Which pages memory has. */
    BACKING,
    /** {@code rw} or {@code ro}. */
    ACCESS,
    /** A number as an integer. */
    COUNT,
    /** How often something is done, as an integer from 1 on. */
    TIMES,
    /** A number as a hex string. */
    HEX,
    /** A list of numbers as hex strings. */
    HEXES,
    /** Another operation, as a map. */
    CALL
}
