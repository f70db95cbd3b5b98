// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

/** What a descriptor of a program refers to. */
sealed interface LoggedFile {
    /** How operations name it. */
    String handle();

    /** {@code /dev/vfio/vfio}. */
    record Container(String handle) implements LoggedFile {}

    /** {@code /dev/vfio/N}; {@code alias} is its name in the topology. */
    record Group(String handle, String alias) implements LoggedFile {}

    /** A device of a group. */
    record Device(String handle, String alias) implements LoggedFile {}
}
