// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.vmm.qemu;

import org.vfiooracle.model.guest.GuestInterface;
import org.vfiooracle.model.vmm.qemu.QemuEra.Levels;
import org.vfiooracle.model.vmm.qemu.QemuEra.PageSize;
import org.vfiooracle.model.vmm.qemu.QemuEra.Teardown;
import org.vfiooracle.model.vmm.qemu.QemuEra.TypeChoice;

/** The eras of QEMU: what each version does. Machine types are the newest of their version. */
final class QemuEras {
    private static final long OLD_PAGES = 1L << 12 | 1L << 16;
    private static final long PAGES = OLD_PAGES | 1L << 21 | 1L << 24;
    private static final long LARGEST_BLOCK = 0x80000000L;

    private QemuEras() {}

    static QemuEra of(QemuVersion version) {
        return new QemuEra(
                types(version),
                version.since(2, 5),
                version.since(2, 5),
                version.since(2, 5),
                !version.since(4, 0),
                version.since(2, 12) ? Teardown.LISTENERS_FIRST : Teardown.GROUP_FIRST,
                version.since(3, 1) ? PageSize.CAPPED : PageSize.GUEST,
                levels(version),
                version.since(8, 2),
                version.since(5, 2) ? 20 : 16,
                version.since(5, 1) ? 24 : 16,
                version.since(5, 1),
                guest(version));
    }

    private static TypeChoice types(QemuVersion version) {
        if (version.since(4, 0)) {
            return TypeChoice.TABLE;
        }
        if (version.since(2, 12)) {
            return TypeChoice.OR_V2_THEN_V1;
        }
        if (version.since(2, 7)) {
            return TypeChoice.OR_V2;
        }
        return version.since(2, 3) ? TypeChoice.TYPE1V2_OR_V1 : TypeChoice.TYPE1_OR_V1;
    }

    private static Levels levels(QemuVersion version) {
        if (version.since(10, 1)) {
            return Levels.AS_HOST_SAYS;
        }
        if (version.since(4, 0)) {
            return Levels.SEARCH;
        }
        return version.since(2, 11) ? Levels.BUCKETS : Levels.ONE;
    }

    private static GuestInterface guest(QemuVersion version) {
        return new GuestInterface(
                version.since(2, 7),
                version.since(4, 2) ? PAGES : OLD_PAGES,
                version.since(7, 1),
                version.since(7, 1),
                version.since(4, 0) ? LARGEST_BLOCK : 0,
                version.since(7, 1),
                version.since(2, 4));
    }
}
