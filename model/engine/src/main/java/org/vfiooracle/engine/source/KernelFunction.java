// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.source;

import org.vfiooracle.engine.platform.Releases;

/**
 * A function of Linux.
 *
 * @param file where it is
 * @param name what it is called there
 * @param releases the releases that have it there under that name
 */
public record KernelFunction(LinuxFile file, String name, Releases releases) {
    /** {@code drivers/vfio/group.c: vfio_group_fops_open}, without releases. */
    public String place() {
        return file.path() + ": " + name;
    }

    @Override
    public String toString() {
        return releases.all() ? place() : place() + ", " + releases;
    }
}
