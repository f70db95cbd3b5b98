// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.EnumSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.vfiooracle.programs.guest.GuestInterface;
import org.vfiooracle.programs.qemu.QemuEra.Eeh;
import org.vfiooracle.programs.qemu.QemuEra.PageSize;
import org.vfiooracle.programs.qemu.QemuEra.StructSizes;
import org.vfiooracle.programs.qemu.QemuEra.Teardown;
import org.vfiooracle.programs.qemu.QemuEra.TypeChoice;
import org.vfiooracle.programs.qemu.QemuEra.Windows;

/** The eras of QEMU: what each version does. Machine types are the newest of their version. */
final class QemuEras {
    private static final long OLD_PAGES = 1L << 12 | 1L << 16;
    private static final long PAGES = OLD_PAGES | 1L << 21 | 1L << 24;
    private static final long LARGEST_BLOCK = 0x80000000L;

    private static final NavigableMap<QemuVersion, String> DESCRIPTIONS = new TreeMap<>(Map.of(
            new QemuVersion(2, 2),
            "it supports only v1, and creates every further bridge for one group without checking that this worked",
            new QemuVersion(2, 5),
            "it supports only v1, and replays existing mappings into a new container",
            new QemuVersion(2, 6),
            "it supports only v1, and a bridge holds any groups in as many containers as needed",
            new QemuVersion(2, 7),
            "it supports v2 containers and windows that the guest creates, and gives up if v2 is refused",
            new QemuVersion(2, 12),
            "it falls back to v1 if v2 is refused, and removes mappings and windows before the last group leaves",
            new QemuVersion(3, 1),
            "as 2.12, and the pages of a window are no larger than those of the guest's memory",
            new QemuVersion(4, 0),
            "as 3.1, and it retries a refused window with more levels",
            new QemuVersion(7, 1),
            "as 4.0, and a guest that removes its last window gets the default window back",
            new QemuVersion(8, 2),
            "as 7.1, and it unregisters memory if the default window cannot be removed",
            new QemuVersion(10, 1),
            "as 8.2, and it uses no more levels than the host reports"));

    private QemuEras() {}

    /** What a released version is, in a sentence. */
    static String description(QemuVersion version) {
        return "it tries the containers, newest first, and then a new one, whatever the errno; "
                + DESCRIPTIONS.floorEntry(version).getValue();
    }

    /** What a released version does wrong. */
    static Set<QemuBug> bugs(QemuVersion version) {
        Set<QemuBug> bugs = EnumSet.noneOf(QemuBug.class);
        for (QemuBug bug : QemuBug.values()) {
            if (bug.in(version)) {
                bugs.add(bug);
            }
        }
        return bugs;
    }

    /** What a released version does, with these bugs. */
    static QemuEra of(QemuVersion version, Set<QemuBug> bugs) {
        return new QemuEra(
                types(version),
                version.since(2, 12) ? Teardown.LISTENERS_FIRST : Teardown.GROUP_ONLY,
                version.since(3, 1) ? PageSize.CAPPED : PageSize.GUEST,
                structs(version),
                version.since(10, 2),
                version.since(2, 6) ? Windows.GUEST : Windows.GROUP_OF_BRIDGE,
                eeh(version),
                guest(version, bugs),
                bugs);
    }

    private static StructSizes structs(QemuVersion version) {
        return new StructSizes(
                deviceInfo(version),
                version.since(2, 4) ? 32 : 16,
                version.since(2, 4) ? 40 : 12,
                type1Info(version),
                version.since(5, 2));
    }

    private static int deviceInfo(QemuVersion version) {
        if (version.since(8, 2)) {
            return 24;
        }
        return version.since(5, 2) ? 20 : 16;
    }

    private static int type1Info(QemuVersion version) {
        if (!version.since(2, 5)) {
            return 0;
        }
        return version.since(4, 2) ? 24 : 16;
    }

    private static Eeh eeh(QemuVersion version) {
        if (version.since(2, 6)) {
            return Eeh.ONLY_CONTAINER;
        }
        if (version.since(2, 4)) {
            return Eeh.GROUP_OF_BRIDGE_AND_RESET;
        }
        return version.since(2, 3) ? Eeh.GROUP_OF_BRIDGE : Eeh.NONE;
    }

    private static TypeChoice types(QemuVersion version) {
        if (version.since(4, 0)) {
            return TypeChoice.TABLE;
        }
        if (version.since(2, 7)) {
            return TypeChoice.OR_V2;
        }
        return version.since(2, 3) ? TypeChoice.TYPE1V2_OR_V1 : TypeChoice.TYPE1_OR_V1;
    }

    private static GuestInterface guest(QemuVersion version, Set<QemuBug> bugs) {
        return new GuestInterface(
                version.since(2, 7),
                version.since(4, 2) ? PAGES : OLD_PAGES,
                version.since(7, 1),
                version.since(7, 1),
                version.since(4, 0) ? LARGEST_BLOCK : 0,
                !bugs.contains(QemuBug.DEFAULT_NOT_RESTORED),
                bugs.contains(QemuBug.DEFAULT_MARK_STAYS),
                bugs.contains(QemuBug.SAME_ADDRESS_TWICE),
                bugs.contains(QemuBug.EMPTY_TABLE_STAYS),
                !bugs.contains(QemuBug.UPPER_LIOBN_BITS));
    }
}
