// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.source;

import org.vfiooracle.engine.platform.Releases;

/**
 * Functions of the VFIO core, which was one file up to 5.19, {@code vfio_main.c} in 6.0, lost its containers to a file of their
 * own in 6.1 and its groups in 6.2. Read in 4.4, 4.15, 4.18, 5.0, 5.3, 5.10, 5.15, 5.19, 6.1, 6.2, 6.5, 6.8 and 6.12; that 6.0
 * still has the functions of 5.19, and 4.1 those of 4.4, is inferred.
 */
public final class VfioCore {
    /** The requests on a container. */
    public static final Source CONTAINER_IOCTL = container("vfio_fops_unl_ioctl", "vfio_fops_unl_ioctl");

    /** {@code open} of a container. */
    public static final Source CONTAINER_OPEN = container("vfio_fops_open", "vfio_fops_open");

    /** {@code VFIO_CHECK_EXTENSION}. */
    public static final Source CHECK_EXTENSION =
            container("vfio_ioctl_check_extension", "vfio_container_ioctl_check_extension");

    /** {@code VFIO_SET_IOMMU}. */
    public static final Source SET_IOMMU = container("vfio_ioctl_set_iommu", "vfio_ioctl_set_iommu");

    /** A group is put into a container. */
    public static final Source JOIN = container("vfio_group_set_container", "vfio_container_attach_group");

    /** A group is taken out of its container. */
    public static final Source LEAVE = container("__vfio_group_unset_container", "vfio_group_detach_container");

    /** The requests on a group. */
    public static final Source GROUP_IOCTL = group("vfio_group_fops_unl_ioctl", "vfio_group_fops_unl_ioctl");

    /** {@code open} of a group. */
    public static final Source GROUP_OPEN = group("vfio_group_fops_open", "vfio_group_fops_open");

    /** {@code VFIO_GROUP_GET_STATUS}. */
    public static final Source GET_STATUS = group("vfio_group_fops_unl_ioctl", "vfio_group_ioctl_get_status");

    /** {@code VFIO_GROUP_SET_CONTAINER}. */
    public static final Source SET_CONTAINER = group("vfio_group_set_container", "vfio_group_ioctl_set_container");

    /** {@code VFIO_GROUP_UNSET_CONTAINER}. */
    public static final Source UNSET_CONTAINER =
            group("vfio_group_unset_container", "vfio_group_ioctl_unset_container");

    /** {@code VFIO_GROUP_GET_DEVICE_FD}. */
    public static final Source GET_DEVICE_FD = group("vfio_group_get_device_fd", "vfio_group_ioctl_get_device_fd");

    /** A device of a group is found by name. */
    public static final Source DEVICE_BY_NAME = group("vfio_device_get_from_name", "vfio_device_get_from_name");

    /** A device is opened only where there is an IOMMU. */
    public static final Source DEVICE_NEEDS_IOMMU = LinuxFile.VFIO
            .in("vfio_group_get_device_fd", Releases.to("5.18"))
            .then(LinuxFile.VFIO, "vfio_device_assign_container", Releases.from("5.19"))
            .then(LinuxFile.VFIO_MAIN, "vfio_device_assign_container", Releases.to("6.0"))
            .then(LinuxFile.CONTAINER, "vfio_device_assign_container", Releases.to("6.1"))
            .then(LinuxFile.GROUP, "vfio_device_group_open", Releases.to("6.5"))
            .then(LinuxFile.GROUP, "vfio_df_group_open", Releases.from("6.6"));

    /** A device is registered with VFIO, which makes the node of its group; as releases from 5.19 on call it. */
    public static final Source REGISTER_DEVICE = LinuxFile.VFIO
            .in("__vfio_register_dev", Releases.from("5.19"))
            .then(LinuxFile.VFIO_MAIN, "__vfio_register_dev");

    /** The last descriptor of a file is closed. */
    public static final Source LAST_CLOSE = container("vfio_fops_release", "vfio_fops_release")
            .and(group("vfio_group_fops_release", "vfio_group_fops_release"));

    /** The requests on any kind of descriptor. */
    public static final Source ANY_IOCTL = CONTAINER_IOCTL
            .and(GROUP_IOCTL)
            .then(LinuxFile.VFIO, "vfio_device_fops_unl_ioctl")
            .then(LinuxFile.VFIO_MAIN, "vfio_device_fops_unl_ioctl");

    private VfioCore() {}

    private static Source container(String before, String name) {
        return LinuxFile.VFIO
                .in(before)
                .then(LinuxFile.VFIO_MAIN, before, Releases.to("6.0"))
                .then(LinuxFile.CONTAINER, name);
    }

    private static Source group(String before, String name) {
        return LinuxFile.VFIO
                .in(before)
                .then(LinuxFile.VFIO_MAIN, before, Releases.to("6.0"))
                .then(LinuxFile.VFIO_MAIN, name, Releases.between("6.1", "6.1"))
                .then(LinuxFile.GROUP, name);
    }
}
