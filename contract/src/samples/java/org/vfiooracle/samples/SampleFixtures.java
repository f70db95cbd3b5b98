// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.samples;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.format.AskedCase;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.oracle.Machine;

/** Fixtures of the real model, for tests that read and write them. */
public final class SampleFixtures {
    /** Registers memory, makes a second window, maps in both, and maps at a misaligned bus address. */
    public static final String WINDOWS = """
            id: DMA-WINDOW-001
            case: two-windows
            topology: six-groups
            process:
              memlock: unlimited
              capabilities: []
              buffers:
                B1:
                  size: '0x100000'
                  backing: page
                  access: rw
            operations:
              - op: open
                path: /dev/vfio/vfio
                as: C1
              - op: open
                group: A
                as: G1
              - op: VFIO_GROUP_SET_CONTAINER
                'on': G1
                container: C1
              - op: VFIO_SET_IOMMU
                'on': C1
                type: 7
              - op: VFIO_IOMMU_SPAPR_REGISTER_MEMORY
                'on': C1
                vaddr: B1+0x0
                size: '0x100000'
              - op: VFIO_IOMMU_SPAPR_TCE_GET_INFO
                'on': C1
              - op: VFIO_IOMMU_SPAPR_TCE_CREATE
                'on': C1
                page_shift: 16
                window_size: '0x40000000'
                levels: 1
              - op: VFIO_IOMMU_MAP_DMA
                'on': C1
                flags: '0x3'
                vaddr: B1+0x10000
                iova: '0x0'
                size: '0x10000'
              - op: VFIO_IOMMU_MAP_DMA
                'on': C1
                flags: '0x3'
                vaddr: B1+0x0
                iova: '0x800'
                size: '0x1000'
              - op: VFIO_GROUP_GET_DEVICE_FD
                'on': G1
                device: A.0
                as: D1
            """;

    /** Puts two groups into one container. */
    public static final String TWO_GROUPS = """
            id: ATTACH-012
            topology: six-groups
            process:
              memlock: '0x100000'
              capabilities:
                - CAP_IPC_LOCK
            operations:
              - op: open
                path: /dev/vfio/vfio
                as: C1
              - op: open
                group: A
                as: G1
              - op: open
                group: D
                as: G2
              - op: VFIO_GROUP_SET_CONTAINER
                'on': G1
                container: C1
              - op: VFIO_SET_IOMMU
                'on': C1
                type: 2
              - op: VFIO_GROUP_SET_CONTAINER
                'on': G2
                container: C1
              - op: close
                'on': C1
            """;

    private static final Platforms PLATFORMS = Platforms.load();

    private SampleFixtures() {}

    /** Returns what the model says of a case on a platform. */
    public static Fixture fixture(String yaml, String platform) {
        return fixture(AskedCase.read(yaml, "case.yaml").performed(), platform);
    }

    /** Returns what the model says of a case on a platform. */
    public static Fixture fixture(Case performed, String platform) {
        PlatformId id = PlatformId.parse(platform);
        Machine machine = PLATFORMS.machine(id);
        return Performance.predicted(
                performed,
                id,
                machine,
                PLATFORMS.topology(performed.topology(), machine.profile()),
                "features/" + performed.id().area() + "/made.feature");
    }

    /** Returns a few fixtures on platforms of each kind. */
    public static List<Fixture> some() {
        List<Fixture> fixtures = new ArrayList<>();
        for (String platform :
                List.of("ioda1-linux-4.2-64k", "ioda2-linux-4.2-64k", "p5ioc2-linux-4.1-64k", "phb4-linux-6.12-4k")) {
            fixtures.add(fixture(TWO_GROUPS, platform));
        }
        fixtures.add(fixture(WINDOWS, "phb4-linux-6.12-4k"));
        fixtures.add(fixture(WINDOWS, "ioda2-linux-6.12-4k"));
        return fixtures;
    }

    /** Returns {@code fixture} under another name. */
    public static Fixture named(Fixture fixture, String id) {
        Case old = fixture.performed();
        Case other = new Case(CaseId.parse(id), old.topology(), old.process(), old.operations());
        return new Fixture(
                fixture.platform(),
                "features/" + other.id().area() + "/made.feature",
                other,
                fixture.steps(),
                fixture.last());
    }
}
