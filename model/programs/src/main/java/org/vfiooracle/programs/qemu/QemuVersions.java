// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.Optional;

/**
 * Versions in a row.
 *
 * @param first the first of them; empty when there is none before
 * @param last the last of them; empty when it goes on
 * @param none whether there is no version at all
 */
record QemuVersions(Optional<QemuVersion> first, Optional<QemuVersion> last, boolean none) {
    static final QemuVersions NONE = new QemuVersions(Optional.empty(), Optional.empty(), true);

    static QemuVersions to(String last) {
        return new QemuVersions(Optional.empty(), QemuVersion.parse(last), false);
    }

    static QemuVersions since(String first) {
        return new QemuVersions(QemuVersion.parse(first), Optional.empty(), false);
    }

    static QemuVersions between(String first, String last) {
        return new QemuVersions(QemuVersion.parse(first), QemuVersion.parse(last), false);
    }

    boolean contains(QemuVersion version) {
        return !none
                && first.stream().allMatch(f -> f.compareTo(version) <= 0)
                && last.stream().allMatch(l -> version.compareTo(l) <= 0);
    }

    @Override
    public String toString() {
        if (none) {
            return "none";
        }
        if (first.isEmpty()) {
            return "to " + last.orElseThrow();
        }
        if (last.isEmpty()) {
            return "since " + first.get();
        }
        return first.equals(last) ? first.get().toString() : first.get() + ".." + last.get();
    }
}
