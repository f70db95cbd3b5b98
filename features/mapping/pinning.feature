Feature: Mappings and the memory behind them

  Rule: v2 maps only registered memory

    @MAPPING-019
    Scenario: v2 MAP of memory that is not registered
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B2" at 0x10000 in "C1"
      Then it answers EINVAL, rule spapr.map.not-registered
      And nothing is mapped in "C1"

    @MAPPING-020
    Scenario: A MAP that fails at its last page clears what it had replaced
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | B1+0xf8000 |
        | iova  | 0x10000    |
        | size  | 0x10000    |
        | flags | 0x3        |
      Then it answers EINVAL, rule spapr.map.not-registered
      And the mappings of "C1" are
        | iova    | size   | memory    | access |
        | 0x18000 | 32 KiB | B1+0x8000 | rw     |

    @MAPPING-021
    Scenario: v2 MAP of memory that another container registered
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C2"
      Then it answers 0, rule spapr.register.registered
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C2"
      Then it answers 0
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x40010000 in "C2"
      Then it answers
        | platforms  | answer | rule                |
        | p5ioc2     | ENXIO  | spapr.map.no-window |
        | partitions | ENXIO  | spapr.map.no-window |
        | *          | 0      | spapr.map.mapped    |

  Rule: v1 pins what it maps

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled

    @MAPPING-022
    Scenario: v1 MAP of memory that is not mapped in the process
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | 0x10000 |
        | iova  | 0x10000 |
        | size  | 0x1000  |
        | flags | 0x3     |
      Then it answers
        | platforms               | answer | rule                 |
        | partitions on 6.4..6.10 | n/a    | not modelled         |
        | *                       | EFAULT | spapr.map.not-pinned |
      And nothing is mapped in "C1"

    @MAPPING-023
    Scenario: v1 MAP of read-only memory for reading
      Given read-only memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x1000  |
        | flags | 0x1     |
      Then it answers
        | platforms               | answer | rule                 |
        | bridges before 4.2      | 0      | spapr.map.mapped     |
        | partitions on 6.4..6.10 | n/a    | not modelled         |
        | *                       | EFAULT | spapr.map.not-pinned |
      And the mappings of "C1" are
        | platforms          | iova    | size  | memory | access |
        | bridges before 4.2 | 0x10000 | 4 KiB | B1     | r      |
        | *                  | -       | -     | -      | -      |

    @MAPPING-024
    Scenario: v1 MAP of memory that ends too early clears what it wrote
      Given memory "B1" of 64 KiB
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | B1+0x8000 |
        | iova  | 0x10000   |
        | size  | 0x10000   |
        | flags | 0x3       |
      Then it answers
        | platforms               | answer | rule                 |
        | partitions on 6.4..6.10 | n/a    | not modelled         |
        | *                       | EFAULT | spapr.map.not-pinned |
      And the mappings of "C1" are
        | platforms      | iova    | size   | memory    |
        | ioda2 on ..4.1 | 0x10000 | 32 KiB | B1+0x8000 |
        | *              | -       | -      | -         |

  Rule: A page of the window must lie in one page of memory

    @MAPPING-025
    Scenario: MAP in a window of 64 KiB pages over memory of smaller pages
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And "C1" has a window of 1 GiB with 64 KiB pages
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x800000000000000 in "C1"
      Then it answers
        | platforms                  | answer | rule                            |
        | two-window bridges with 4k | EINVAL | spapr.map.region-page-too-small |
        | partitions since 6.11      | EINVAL | spapr.map.region-page-too-small |
        | *                          | 0      | spapr.map.mapped                |
