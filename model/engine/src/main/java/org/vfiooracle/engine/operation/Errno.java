// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

/** An error number of Linux, by name; numbers differ between architectures and are never recorded. Source: errno(3). */
public enum Errno {
    EPERM,
    ENOENT,
    ESRCH,
    ENXIO,
    EIO,
    EBADF,
    ENOMEM,
    EACCES,
    EFAULT,
    EBUSY,
    EEXIST,
    ENODEV,
    EINVAL,
    ENOTTY,
    ENOSPC,
    ERANGE,
    EOVERFLOW,
    EBADFD
}
