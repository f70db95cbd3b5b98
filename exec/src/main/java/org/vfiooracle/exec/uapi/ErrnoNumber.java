// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.uapi;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.engine.operation.Errno;

/** The numbers of errnos, which are alike on x86, Arm and POWER. Source: {@code <asm-generic/errno.h>}. */
public final class ErrnoNumber {
    private static final Map<String, Integer> NUMBERS = new TreeMap<>(Map.ofEntries(
            Map.entry("EPERM", 1),
            Map.entry("ENOENT", 2),
            Map.entry("ESRCH", 3),
            Map.entry("EINTR", 4),
            Map.entry("EIO", 5),
            Map.entry("ENXIO", 6),
            Map.entry("E2BIG", 7),
            Map.entry("EBADF", 9),
            Map.entry("EAGAIN", 11),
            Map.entry("ENOMEM", 12),
            Map.entry("EACCES", 13),
            Map.entry("EFAULT", 14),
            Map.entry("EBUSY", 16),
            Map.entry("EEXIST", 17),
            Map.entry("ENODEV", 19),
            Map.entry("EINVAL", 22),
            Map.entry("ENFILE", 23),
            Map.entry("EMFILE", 24),
            Map.entry("ENOTTY", 25),
            Map.entry("ENOSPC", 28),
            Map.entry("ERANGE", 34),
            Map.entry("ENOSYS", 38),
            Map.entry("EBADFD", 77),
            Map.entry("EOVERFLOW", 75),
            Map.entry("EOPNOTSUPP", 95),
            Map.entry("ETIMEDOUT", 110)));

    private ErrnoNumber() {}

    /** Returns the number of an errno that the model knows. */
    public static int of(Errno errno) {
        return of(errno.name());
    }

    /**
     * Returns the number of the errno of this name.
     *
     * @throws IllegalArgumentException when there is none; the message lists them
     */
    public static int of(String name) {
        Integer number = NUMBERS.get(name.toUpperCase(Locale.ROOT));
        if (number == null) {
            throw new IllegalArgumentException(
                    "no errno is named \"" + name + "\"; known: " + String.join(", ", NUMBERS.keySet()));
        }
        return number;
    }

    /** Returns the name of the errno of this number. */
    public static String name(int number) {
        return NUMBERS.entrySet().stream()
                .filter(entry -> entry.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("errno " + number);
    }
}
