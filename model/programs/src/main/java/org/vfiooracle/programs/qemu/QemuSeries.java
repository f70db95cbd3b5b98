// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.programs.guest.GuestInterface;
import org.vfiooracle.programs.qemu.QemuEra.Eeh;
import org.vfiooracle.programs.qemu.QemuEra.Teardown;
import org.vfiooracle.programs.qemu.QemuEra.TypeChoice;
import org.vfiooracle.programs.qemu.QemuEra.Windows;

/**
 * States of the series that gave a bridge several containers, in the author's tree. Released QEMU never was like any of
 * them: it was merged in another form in 2.6 and 2.7. Commits for debugging are left out, which in the last of them end QEMU
 * when a mapping is refused.
 */
public enum QemuSeries {
    /** One helper asks the first container; ff9886b3. */
    DECEMBER_2014(
            "2014-12",
            new QemuVersion(2, 2),
            "the series of patches: a call for all containers goes only to the first"),
    /** The helper refuses a bridge with several containers; 4c7882f8, before windows could be created. */
    FEBRUARY_2015(
            "2015-02", new QemuVersion(2, 2), "the series of patches: a bridge with several containers is refused"),
    /** The helper asks all containers up to the first failure, and creates windows in them; before 400d3d67. */
    SEPTEMBER_2015(
            "2015-09",
            new QemuVersion(2, 4),
            "the series of patches: a call for all containers goes to each until one fails, and the guest is told");

    private static final long PAGES = 1L << 12 | 1L << 16 | 1L << 24;

    private final String key;
    private final QemuVersion base;
    private final String description;

    QemuSeries(String key, QemuVersion base, String description) {
        this.key = key;
        this.base = base;
        this.description = description;
    }

    String description() {
        return description;
    }

    /** The state of a year and month: {@code 2014-12}. */
    public static Optional<QemuSeries> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** Year and month. */
    public String key() {
        return key;
    }

    Set<QemuBug> bugs() {
        Set<QemuBug> bugs = EnumSet.copyOf(QemuEras.bugs(base));
        switch (this) {
            case DECEMBER_2014 -> bugs.add(QemuBug.FIRST_CONTAINER_ONLY);
            case FEBRUARY_2015 -> {
                bugs.add(QemuBug.REFUSES_SEVERAL);
                bugs.remove(QemuBug.RESET_KEEPS_MAPPINGS);
            }
            default -> {
                bugs.add(QemuBug.REMOVES_ABSENT_WINDOW);
                bugs.add(QemuBug.NO_V1_FALLBACK);
                bugs.remove(QemuBug.RESET_KEEPS_MAPPINGS);
            }
        }
        return bugs;
    }

    QemuEra era(Set<QemuBug> bugs) {
        QemuEra merged = QemuEras.of(base, bugs);
        boolean last = this == SEPTEMBER_2015;
        return new QemuEra(
                last ? TypeChoice.OR_V2 : TypeChoice.TYPE1_OR_V1,
                Teardown.GROUP_ONLY,
                merged.pageSize(),
                merged.structs(),
                false,
                windows(),
                last ? Eeh.CONTAINERS : Eeh.NONE,
                new GuestInterface(
                        last,
                        PAGES,
                        false,
                        false,
                        0,
                        false,
                        false,
                        false,
                        false,
                        merged.guest().checksUpperLiobn()),
                bugs);
    }

    private Windows windows() {
        return switch (this) {
            case DECEMBER_2014 -> Windows.CONTAINERS_ONCE;
            case FEBRUARY_2015 -> Windows.CONTAINERS;
            case SEPTEMBER_2015 -> Windows.CONTAINERS_MAKE;
        };
    }
}
