// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.platform.Type1Iommu;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

/** Made-up platforms and machines for tests. */
public final class Profiles {
    public static final Topology SIX_GROUPS = new Topology(
            "six-groups",
            0xc000_0000L,
            List.of(
                    new Group("A", 0, 1, 10),
                    new Group("B", 0, 1, 10),
                    new Group("C", 0, 2, 20),
                    new Group("D", 1, 1, 10),
                    new Group("E", 2, 2, 20),
                    new Group("F", 2, 1, 10)));

    private Profiles() {}

    /** A bridge with created windows, as POWER9 has it. */
    public static Profile phb4(String platform) {
        return profile(platform, 2, true, true, Hardware.BootWindow.WHOLE, new TreeSet<>(List.of(12, 16, 21, 30)));
    }

    /** A bridge whose tables are fixed at boot, as POWER7 has it. */
    public static Profile ioda1(String platform) {
        return profile(platform, 1, false, false, Hardware.BootWindow.SEGMENTS, new TreeSet<>());
    }

    /** A bridge with created windows, as POWER8 has it. */
    public static Profile ioda2(String platform) {
        return profile(platform, 2, true, true, Hardware.BootWindow.WHOLE, new TreeSet<>(List.of(12, 16, 24)));
    }

    /** A partition, whose hypervisor makes the tables of windows. */
    public static Profile pseries(String platform) {
        SortedSet<Integer> pages = new TreeSet<>(List.of(12, 16, 21, 24));
        return new Profile(
                PlatformId.parse(platform),
                false,
                new Hardware(
                        Hardware.Iommu.SPAPR_TCE,
                        true,
                        2,
                        false,
                        true,
                        Hardware.BootWindow.WHOLE,
                        0x4000_0000L,
                        pages,
                        1,
                        1L << 59,
                        1L << 24,
                        false,
                        false,
                        Hardware.Injection.UNKNOWN,
                        Hardware.Tables.HYPERVISOR,
                        1L << 37,
                        pages,
                        Type1Iommu.NONE));
    }

    /** A machine whose IOMMU driver is Type1. */
    public static Profile x86(String platform) {
        List<Type1Iommu.Range> ranges =
                List.of(new Type1Iommu.Range(0, 0xfedf_ffffL), new Type1Iommu.Range(0xfef0_0000L, 0x7f_ffff_ffffL));
        return new Profile(PlatformId.parse(platform), false, Hardware.of(new Type1Iommu(ranges, 0x4020_1000L, false)));
    }

    /** A bridge of which only the number of tables, their sharing and their ownership are chosen. */
    public static Profile madeUp(String platform, int tables, boolean shareable, boolean handsOver) {
        return profile(platform, tables, shareable, handsOver, Hardware.BootWindow.WHOLE, new TreeSet<>());
    }

    private static Profile profile(
            String platform,
            int tables,
            boolean shareable,
            boolean handsOver,
            Hardware.BootWindow boot,
            SortedSet<Integer> pageShifts) {
        return new Profile(
                PlatformId.parse(platform),
                !handsOver,
                new Hardware(
                        Hardware.Iommu.SPAPR_TCE,
                        false,
                        tables,
                        shareable,
                        handsOver,
                        boot,
                        0x8000_0000L,
                        pageShifts,
                        pageShifts.isEmpty() ? 1 : 5,
                        1L << 59,
                        1L << 24,
                        handsOver,
                        true));
    }
}
