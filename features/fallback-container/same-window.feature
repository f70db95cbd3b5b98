Feature: TCEs of the guest in several containers

  Rule: If every window starts at 0, the same TCEs map the same addresses in every container

    @FALLBACK-CONTAINER-122
    Scenario: Two groups, each in a v1 container of its own, map at the same address
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And "G2" is in container "C2" with IOMMU type v1
      And container "C2" is enabled
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule spapr.map.mapped
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C2"
      Then it answers 0
      And the mappings of "C1" are
        | iova    | size    | memory |
        | 0x10000 | 0x10000 | B1+0x0 |
      And the mappings of "C2" are
        | iova    | size    | memory |
        | 0x10000 | 0x10000 | B1+0x0 |

    @FALLBACK-CONTAINER-123
    Scenario: The windows of two PEs of one IODA1 PHB start at different addresses
      Given groups "G1" and "G2" on the same PHB
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And "G2" is in container "C2" with IOMMU type v1
      And container "C2" is enabled
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers
        | platforms        | answer | rule                |
        | ioda1 since 4.12 | ENXIO  | spapr.map.no-window |
        | *                | 0      | spapr.map.mapped    |
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO asks "C1"
      Then it reports
        | platforms                       | dma32_window_start | dma32_window_size |
        | ioda1 before 4.2                | 0x0                | 0x40000000        |
        | one-window bridges on 4.2..4.11 | 0x0                | 0x40000000        |
        | ioda1 since 4.12                | 0x40000000         | 0x40000000        |
        | *                               | 0x0                | 0x80000000        |
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C2"
      Then it answers
        | platforms                       | answer | rule                    |
        | ioda1 before 4.2                | EINVAL | spapr.map.out-of-window |
        | one-window bridges on 4.2..4.11 | ENXIO  | spapr.map.no-window     |
        | *                               | 0      | spapr.map.mapped        |
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO asks "C2"
      Then it reports
        | platforms                       | dma32_window_start |
        | ioda1 before 4.2                | 0x40000000         |
        | one-window bridges on 4.2..4.11 | 0x40000000         |
        | *                               | 0x0                |

    @FALLBACK-CONTAINER-124
    Scenario: QEMU 2.4 reports success to the guest though one device has no mapping
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      And qemu-2.4 runs as "V1" with memory "B1" and devices C.0 and A.0
      When the guest of "V1" puts TCE 0x1000003 at 0x0 of 0x80000000
      Then it answers
        | platforms | answer    | rule              |
        | x86       | n/a       | not modelled      |
        | *         | H_SUCCESS | guest.tce.written |
      And it calls
        | platforms                       | call               | on | iova | answer |
        | ioda1 before 4.2                | VFIO_IOMMU_MAP_DMA | C2 | 0x0  | EINVAL |
        | ioda1 before 4.2                | VFIO_IOMMU_MAP_DMA | C1 | 0x0  | 0      |
        | ioda1 on 4.2..4.11              | VFIO_IOMMU_MAP_DMA | C2 | 0x0  | ENXIO  |
        | ioda1 on 4.2..4.11              | VFIO_IOMMU_MAP_DMA | C1 | 0x0  | 0      |
        | ioda1 since 4.12                | VFIO_IOMMU_MAP_DMA | C2 | 0x0  | 0      |
        | ioda1 since 4.12                | VFIO_IOMMU_MAP_DMA | C1 | 0x0  | ENXIO  |
        | two-window bridges on 4.2..4.11 | VFIO_IOMMU_MAP_DMA | C1 | 0x0  | 0      |
        | *                               | VFIO_IOMMU_MAP_DMA | C2 | 0x0  | 0      |
        | *                               | VFIO_IOMMU_MAP_DMA | C1 | 0x0  | 0      |
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x0        |
      Then it reports
        | tce       |
        | 0x1000003 |

    @FALLBACK-CONTAINER-125
    Scenario: QEMU since 2.5 checks the window of the host, and refuses the second device
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      And qemu-2.6 runs as "V1" with memory "B1" and devices C.0
      When device A.0 is plugged into "V1"
      Then it answers
        | platforms                       | answer | rule                      |
        | ioda1 before 4.2                | failed | qemu.container.listener   |
        | ioda1 on 4.2..4.11              | failed | qemu.container.listener   |
        | two-window bridges on 4.2..4.11 | 0      | qemu.attach.joined        |
        | x86                             | 0      | qemu.attach.joined        |
        | ioda1 since 4.12                | n/a    | qemu.container.listener   |
        | *                               | 0      | qemu.attach.new-container |

    @FALLBACK-CONTAINER-126
    Scenario: QEMU 2.5 repeats a mapping as if the new window started at 0
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      And qemu-2.5 runs as "V1" with memory "B1" and devices A.0 on bridge 1
      And the guest of "V1" has put TCE 0x1000003 at 0x40000000 of 0x80000100
      And device A.0 has been unplugged from "V1"
      When device A.0 is plugged into bridge 1 of "V1"
      Then it answers
        | platforms               | answer | rule                      |
        | partitions on 6.4..6.10 | n/a    | guest.tce.range           |
        | x86                     | n/a    | not modelled              |
        | *                       | 0      | qemu.attach.new-container |
      And its calls of VFIO_IOMMU_MAP_DMA are
        | platforms                       | call               | iova       | answer |
        | ioda1 before 4.2                | VFIO_IOMMU_MAP_DMA | 0x0        | EINVAL |
        | one-window bridges on 4.2..4.11 | VFIO_IOMMU_MAP_DMA | 0x0        | ENXIO  |
        | *                               | VFIO_IOMMU_MAP_DMA | 0x40000000 | 0      |
