// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

/** What an open descriptor stands for. */
public sealed interface Handle {
    /** A descriptor of {@code /dev/vfio/vfio}; {@code container} is the name of the container it opened. */
    record ContainerFd(String container) implements Handle {}

    /** A descriptor of {@code /dev/vfio/N}; {@code group} is the alias. */
    record GroupFd(String group) implements Handle {}

    /** A descriptor of a device; {@code group} is the alias of its group, {@code file} tells one open of it from another. */
    record DeviceFd(String group, String device, String file) implements Handle {}
}
