Feature: Mapping and unmapping

  Rule: A container maps only once it is enabled or has registered memory

    @MAPPING-001
    Scenario: v1 MAP before ENABLE
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers
        | platforms          | answer | rule                  |
        | bridges before 4.2 | 0      | spapr.map.mapped      |
        | *                  | EPERM  | spapr.map.not-enabled |

    @MAPPING-002
    Scenario: v1 MAP after DISABLE
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_DISABLE is called on "C1"
      Then it answers 0, rule spapr.disable.disabled
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers
        | platforms          | answer | rule                  |
        | bridges before 4.2 | 0      | spapr.map.mapped      |
        | *                  | EPERM  | spapr.map.not-enabled |

    @MAPPING-003
    Scenario: v2 MAP after all memory was unregistered again
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers 0, rule spapr.unregister.unregistered
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers EINVAL, rule spapr.map.not-registered

    @MAPPING-004
    Scenario: UNMAP before anything may be mapped
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers EPERM, rule spapr.map.not-enabled
      And nothing changed

  Rule: A range must consist of whole pages of one window

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"

    @MAPPING-005
    Scenario: MAP outside the window
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | B1+0x0             |
        | iova  | 0x4000000000000000 |
        | size  | 0x1000             |
        | flags | 0x3                |
      Then it answers ENXIO, rule spapr.map.no-window

    @MAPPING-006
    Scenario: UNMAP outside the window
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x4000000000000000 in "C1"
      Then it answers ENXIO, rule spapr.map.no-window

    @MAPPING-007
    Scenario: MAP of half a page
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x800   |
        | flags | 0x3     |
      Then it answers EINVAL, rule spapr.map.size-aligned

    @MAPPING-008
    Scenario: MAP of memory that does not start on a page
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | B1+0x800 |
        | iova  | 0x10000  |
        | size  | 0x1000   |
        | flags | 0x3      |
      Then it answers EINVAL, rule spapr.map.size-aligned

    @MAPPING-009
    Scenario: UNMAP of half a page
      When VFIO_IOMMU_UNMAP_DMA unmaps 0x800 at 0x10000 in "C1"
      Then it answers EINVAL, rule spapr.map.size-aligned

    @MAPPING-010
    Scenario: MAP at a bus address that does not start a page
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | B1+0x0  |
        | iova  | 0x10800 |
        | size  | 0x1000  |
        | flags | 0x3     |
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.map.iova-aligned |
        | two-window bridges on 4.2..4.11 | EINVAL | spapr.map.iova-aligned |
        | *                               | 1      | spapr.map.iova-aligned |

    @MAPPING-011
    Scenario: UNMAP at a bus address that does not start a page
      When VFIO_IOMMU_UNMAP_DMA unmaps 4 KiB at 0x10800 in "C1"
      Then it answers
        | platforms                       | answer | rule                     |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.unmap.iova-aligned |
        | two-window bridges on 4.2..4.11 | EINVAL | spapr.unmap.iova-aligned |
        | *                               | 1      | spapr.unmap.iova-aligned |

    @MAPPING-012
    Scenario: MAP for neither reading nor writing
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x1000  |
        | flags | 0x0     |
      Then it answers EINVAL, rule spapr.map.no-access

    @MAPPING-013
    Scenario: MAP of zero bytes
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x0     |
        | flags | 0x3     |
      Then it answers 0, rule spapr.map.mapped
      And nothing is mapped in "C1"

    @MAPPING-032
    Scenario: v2 MAP of a range whose end wraps around
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | B1+0x0             |
        | iova  | 0x10000            |
        | size  | 0xffffffffffff0000 |
        | flags | 0x3                |
      Then it answers EINVAL, rule spapr.map.not-registered
      And nothing is mapped in "C1"

    @MAPPING-033
    Scenario: v2 MAP of a range that is longer than its window
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | B1+0x0             |
        | iova  | 0x10000            |
        | size  | 0x8000000000000000 |
        | flags | 0x3                |
      Then it answers EINVAL, rule spapr.map.not-registered
      And nothing is mapped in "C1"

  Rule: Every page is mapped, and replaces what was there

    Background:
      Given group "G1"

    @MAPPING-014
    Scenario: MAP of a whole buffer
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA maps 1 MiB of "B1" at 0x100000 in "C1"
      Then it answers 0, rule spapr.map.mapped
      And the mappings of "C1" are
        | iova     | size  | memory | access |
        | 0x100000 | 1 MiB | B1+0x0 | rw     |

    @MAPPING-015
    Scenario: v2 MAP over a live mapping
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA maps 4 KiB of "B1" from 0x80000 at 0x10000 in "C1"
      Then it answers 0, rule spapr.map.mapped
      And the mappings of "C1" are
        | iova    | size   | memory     | access |
        | 0x10000 | 4 KiB  | B1+0x80000 | rw     |
        | 0x11000 | 60 KiB | B1+0x1000  | rw     |

    @MAPPING-016
    Scenario: v1 MAP over a live mapping
      Given "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA maps 4 KiB of "B1" from 0x80000 at 0x10000 in "C1"
      Then it answers
        | platforms               | answer | rule                 |
        | p5ioc2 before 4.2       | EBUSY  | spapr.map.live-entry |
        | ioda1 before 4.2        | EBUSY  | spapr.map.live-entry |
        | partitions on 6.4..6.10 | n/a    | not modelled         |
        | *                       | 0      | spapr.map.mapped     |

    @MAPPING-034
    Scenario: v1 MAP of memory that does not exist over a live mapping
      Given "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | 0x10000 |
        | iova  | 0x10000 |
        | size  | 0x1000  |
        | flags | 0x3     |
      Then it answers
        | platforms               | answer | rule                 |
        | partitions on 6.4..6.10 | n/a    | not modelled         |
        | *                       | EFAULT | spapr.map.not-pinned |

    @MAPPING-035
    Scenario: v1 MAP of two pages of which the second is live
      Given "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      And 4 KiB of "B1" are mapped at 0x11000 in "C1"
      When VFIO_IOMMU_MAP_DMA maps 8 KiB of "B1" from 0x80000 at 0x10000 in "C1"
      Then it answers
        | platforms               | answer | rule                 |
        | p5ioc2 before 4.2       | EBUSY  | spapr.map.live-entry |
        | ioda1 before 4.2        | EBUSY  | spapr.map.live-entry |
        | partitions on 6.4..6.10 | n/a    | not modelled         |
        | *                       | 0      | spapr.map.mapped     |

    @MAPPING-017
    Scenario: UNMAP of the middle of a mapping
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 4 KiB at 0x14000 in "C1"
      Then it answers 0, rule spapr.unmap.unmapped
      And the mappings of "C1" are
        | iova    | size   | memory    | access |
        | 0x10000 | 16 KiB | B1+0x0    | rw     |
        | 0x15000 | 44 KiB | B1+0x5000 | rw     |

    @MAPPING-018
    Scenario: UNMAP of what was never mapped
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers 0, rule spapr.unmap.unmapped
      And nothing is mapped in "C1"
