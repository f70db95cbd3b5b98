// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.diagnose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vfiooracle.engine.operation.Errno;

/**
 * An error as programs print it. Numbers and texts are those of Linux on POWER and x86 with glibc. Sources: errno(3), strerror(3).
 *
 * @param name {@code ENOMEM}
 * @param number {@code 12}
 * @param text {@code Cannot allocate memory}
 */
public record SystemError(String name, int number, String text) {
    private static final List<SystemError> ALL = List.of(
            new SystemError("EPERM", 1, "Operation not permitted"),
            new SystemError("ENOENT", 2, "No such file or directory"),
            new SystemError("ESRCH", 3, "No such process"),
            new SystemError("EINTR", 4, "Interrupted system call"),
            new SystemError("EIO", 5, "Input/output error"),
            new SystemError("ENXIO", 6, "No such device or address"),
            new SystemError("E2BIG", 7, "Argument list too long"),
            new SystemError("ENOEXEC", 8, "Exec format error"),
            new SystemError("EBADF", 9, "Bad file descriptor"),
            new SystemError("EAGAIN", 11, "Resource temporarily unavailable"),
            new SystemError("ENOMEM", 12, "Cannot allocate memory"),
            new SystemError("EACCES", 13, "Permission denied"),
            new SystemError("EFAULT", 14, "Bad address"),
            new SystemError("EBUSY", 16, "Device or resource busy"),
            new SystemError("EEXIST", 17, "File exists"),
            new SystemError("EXDEV", 18, "Invalid cross-device link"),
            new SystemError("ENODEV", 19, "No such device"),
            new SystemError("ENOTDIR", 20, "Not a directory"),
            new SystemError("EISDIR", 21, "Is a directory"),
            new SystemError("EINVAL", 22, "Invalid argument"),
            new SystemError("ENFILE", 23, "Too many open files in system"),
            new SystemError("EMFILE", 24, "Too many open files"),
            new SystemError("ENOTTY", 25, "Inappropriate ioctl for device"),
            new SystemError("EFBIG", 27, "File too large"),
            new SystemError("ENOSPC", 28, "No space left on device"),
            new SystemError("ESPIPE", 29, "Illegal seek"),
            new SystemError("EROFS", 30, "Read-only file system"),
            new SystemError("EPIPE", 32, "Broken pipe"),
            new SystemError("EDOM", 33, "Numerical argument out of domain"),
            new SystemError("ERANGE", 34, "Numerical result out of range"),
            new SystemError("ENOSYS", 38, "Function not implemented"),
            new SystemError("ENODATA", 61, "No data available"),
            new SystemError("EPROTO", 71, "Protocol error"),
            new SystemError("EOVERFLOW", 75, "Value too large for defined data type"),
            new SystemError("EBADFD", 77, "File descriptor in bad state"),
            new SystemError("EMSGSIZE", 90, "Message too long"),
            new SystemError("EOPNOTSUPP", 95, "Operation not supported"),
            new SystemError("EADDRINUSE", 98, "Address already in use"),
            new SystemError("ENOBUFS", 105, "No buffer space available"),
            new SystemError("ETIMEDOUT", 110, "Connection timed out"),
            new SystemError("EALREADY", 114, "Operation already in progress"),
            new SystemError("ECANCELED", 125, "Operation canceled"));

    /** What other libraries print. Source: musl, strerror(3). */
    private static final List<SystemError> OTHER_TEXTS = List.of(
            new SystemError("ENOMEM", 12, "Out of memory"),
            new SystemError("EBUSY", 16, "Resource busy"),
            new SystemError("ENOTTY", 25, "Not a tty"),
            new SystemError("EIO", 5, "I/O error"));

    /** All that are known. */
    public static List<SystemError> all() {
        return ALL;
    }

    /** Returns the error that a program printed as a name, a number or a text, if it is one. */
    public static Optional<SystemError> read(String printed) {
        String asked = printed.strip().replaceFirst("^-", "");
        return ALL.stream().filter(one -> one.isCalled(asked)).findFirst().or(() -> OTHER_TEXTS.stream()
                .filter(one -> one.isCalled(asked))
                .findFirst()
                .flatMap(one -> read(one.name())));
    }

    private boolean isCalled(String asked) {
        return name.equalsIgnoreCase(asked) || Integer.toString(number).equals(asked) || text.equalsIgnoreCase(asked);
    }

    /** A number that is meant as an error: {@code -22}, {@code errno 22}, {@code error=22}. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\berr(?:or|no)?\\b\\s*[:=(]?\\s*-?|(?<![\\w.-])-)([0-9]{1,3})\\b(?![.:])");

    /** Returns the first error whose name or text stands in a line, or else its number. */
    public static Optional<SystemError> within(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(one -> lower.matches("(?s).*\\b" + one.name.toLowerCase(Locale.ROOT) + "\\b.*")
                        || lower.contains(one.text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> NUMBER.matcher(lower)
                        .results()
                        .flatMap(number -> read(number.group(1)).stream())
                        .findFirst());
    }

    /** The error of the model, if it has it. */
    public Optional<Errno> errno() {
        for (Errno errno : Errno.values()) {
            if (errno.name().equals(name)) {
                return Optional.of(errno);
            }
        }
        return Optional.empty();
    }
}
