// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.reports.Sample;

/** The states that pictures are looked at in. */
final class Gallery {
    private static final String POWER9 = "phb4-linux-6.12-4k";
    private static final String PC = "x86-linux-6.12-4k";

    private Gallery() {}

    static Map<String, Fixture> fixtures() {
        return all(Sample::fixture);
    }

    /** An operation after each: another container is opened. */
    static Map<String, PerformedOperation> anotherContainer() {
        Operation open = new Operation.OpenContainer("C9");
        return all((sample, platform) -> sample.then(open).lastCall(platform));
    }

    private static <T> Map<String, T> all(BiFunction<Sample, String, T> perform) {
        Map<String, T> all = new LinkedHashMap<>();
        all.put("shared", perform.apply(shared(), POWER9));
        all.put("fallback", perform.apply(fallback(), POWER9));
        all.put("two-windows", perform.apply(twoWindows(), POWER9));
        all.put("many-mappings", perform.apply(manyMappings(), POWER9));
        all.put("closed", perform.apply(closed(), POWER9));
        all.put("nothing", perform.apply(Sample.of("LIFECYCLE-001"), POWER9));
        all.put(
                "no-driver",
                perform.apply(Sample.of("ATTACH-001").open("C1").join("A", "C1").open("C2"), POWER9));
        all.put("kept", perform.apply(kept(), POWER9));
        all.put("limited", perform.apply(limited(), POWER9));
        all.put("type1", perform.apply(type1(), PC));
        all.put("many-type1-mappings", perform.apply(manyType1Mappings(), PC));
        all.put("long-names", perform.apply(longNames(), POWER9));
        return all;
    }

    /** One container on two PHBs. */
    static Sample shared() {
        return Sample.of("ATTACH-012.another-phb")
                .open("C1")
                .join("A", "C1")
                .iommu("C1", 7)
                .register("C1")
                .map("C1", 0, 0, 0x10000)
                .join("D", "C1");
    }

    /** A group that is refused and gets a container of its own. */
    static Sample fallback() {
        return Sample.of("FALLBACK-CONTAINER-003")
                .open("C1")
                .join("A", "C1")
                .iommu("C1", 2)
                .then(new Operation.Enable("C1"))
                .map("C1", 0, 0x1000_0000, 0x10_0000)
                .join("B", "C1")
                .open("C2")
                .then(new Operation.SetContainer("GB", "C2"))
                .iommu("C2", 2)
                .then(new Operation.Enable("C2"));
    }

    static Sample twoWindows() {
        return Sample.of("DMA-WINDOW-017.64k-pages")
                .open("C1")
                .join("A", "C1")
                .iommu("C1", 7)
                .register("C1")
                .window("C1", 16, 0x4000_0000L, 2)
                .map("C1", 0, 0x1000, 0x3000)
                .map("C1", 0x10000, 0x4000_0000, 0x80_0000)
                .map("C1", 0, 1L << 59, 0x20_0000)
                .map("C1", 0x40_0000, (1L << 59) + 0x1000_0000L, 0x40_0000);
    }

    static Sample manyMappings() {
        Sample sample = Sample.of("MAPPING-040")
                .open("C1")
                .join("A", "C1")
                .join("B", "C1")
                .join("C", "C1")
                .iommu("C1", 7)
                .register("C1");
        for (int i = 0; i < 60; i++) {
            sample.map("C1", i * 0x2000L, i * 0x220_0000L, 0x1000L * (i % 3 + 1));
        }
        return sample;
    }

    static Sample closed() {
        return fallback()
                .then(new Operation.Close("GA"), new Operation.Close("GB"))
                .then(new Operation.Close("C1"), new Operation.Close("C2"));
    }

    /** A container whose descriptor is closed, and which lives on. */
    static Sample kept() {
        return Sample.of("LIFECYCLE-009")
                .open("C1")
                .join("A", "C1")
                .iommu("C1", 7)
                .then(new Operation.GetDeviceFd("GA", "A.0", "D1"), new Operation.Close("C1"))
                .then(new Operation.OpenGroup("E", "GE"));
    }

    static Sample limited() {
        return Sample.of("ACCOUNTING-002")
                .memlock(0x10000)
                .open("C1")
                .join("A", "C1")
                .iommu("C1", 7)
                .register("C1");
    }

    /** A container of Type1 with two groups, one address taken back. */
    static Sample type1() {
        return Sample.of("TYPE1-050")
                .open("C1")
                .join("A", "C1")
                .iommu("C1", 3)
                .join("D", "C1")
                .map("C1", 0, 0, 0xc_0000)
                .then(new Operation.MapDma("C1", 32, 1, new Address.InBuffer("B1", 0xc_0000), 0xffff_0000L, 0x1_0000))
                .then(new Operation.UnmapDma("C1", 24, 4, 0, 0xc_0000));
    }

    static Sample manyType1Mappings() {
        Sample sample = Sample.of("TYPE1-051").open("C1").join("A", "C1").iommu("C1", 1);
        for (int i = 0; i < 40; i++) {
            sample.map("C1", i * 0x2000L, i * 0x220_0000L, 0x1000);
        }
        return sample;
    }

    static Sample longNames() {
        List<Group> groups = List.of(new Group("BehindTheSwitchInSlot14", 12, 31, 10), new Group("B", 12, 1, 10));
        return Sample.of("MALFORMED-INPUT-100.a-row-with-a-name-that-goes-on-and-on-and-never-ends")
                .on(new Topology("long", 0xc000_0000L, groups))
                .open("TheContainerThatServesEverybody")
                .join("BehindTheSwitchInSlot14", "TheContainerThatServesEverybody")
                .iommu("TheContainerThatServesEverybody", 7)
                .register("TheContainerThatServesEverybody");
    }
}
