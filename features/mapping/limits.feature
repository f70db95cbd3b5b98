Feature: Limits of mapping and unmapping

  Rule: A container can be enabled only once

    @MAPPING-026
    Scenario: ENABLE of a v1 container twice
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      When VFIO_IOMMU_ENABLE is called on "C1"
      Then it answers EBUSY, rule spapr.enable.already
      And nothing changed

  Rule: Kernels before 4.2 answer EINVAL, not ENXIO, for an address outside the window

    @MAPPING-027
    Scenario: v1 MAP outside the window
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | B1+0x0             |
        | iova  | 0x4000000000000000 |
        | size  | 0x1000             |
        | flags | 0x3                |
      Then it answers
        | platforms               | answer | rule                    |
        | bridges before 4.2      | EINVAL | spapr.map.out-of-window |
        | partitions on 6.4..6.10 | n/a    | not modelled            |
        | *                       | ENXIO  | spapr.map.no-window     |

    @MAPPING-028
    Scenario: v1 UNMAP outside the window
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x4000000000000000 in "C1"
      Then it answers
        | platforms               | answer | rule                    |
        | bridges before 4.2      | EINVAL | spapr.map.out-of-window |
        | partitions on 6.4..6.10 | n/a    | not modelled            |
        | *                       | ENXIO  | spapr.map.no-window     |

  Rule: Old kernels check the end of the range that is unmapped

    @MAPPING-029
    Scenario: UNMAP past the end of the window
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      When VFIO_IOMMU_UNMAP_DMA unmaps 8 GiB at 0x10000 in "C1"
      Then it answers
        | platforms                    | answer | rule              |
        | ioda1 since 4.12             | n/a    | not modelled      |
        | two-window bridges since 6.4 | n/a    | not modelled      |
        | partitions                   | n/a    | not modelled      |
        | *                            | EINVAL | spapr.unmap.range |

  Rule: The first call that needs the default window pays for it

    @MAPPING-030
    Scenario: UNMAP when the default window may not be locked
      Given the process may lock 1 MiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers ENOMEM, rule spapr.create.memlock

  Rule: A page of the window must lie in one page of memory

    @MAPPING-031
    Scenario: MAP of 16 MiB pages over memory of smaller pages
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 16 MiB is registered in "C1"
      And "C1" has a window of 1 GiB with 16 MiB pages
      When VFIO_IOMMU_MAP_DMA maps 16 MiB of "B1" at 0x800000000000000 in "C1"
      Then it answers
        | platforms          | answer | rule                            |
        | ioda2 on 4.2..4.17 | EPERM  | spapr.map.page-too-small        |
        | phb4 on 4.11..4.17 | n/a    | spapr.create.firmware           |
        | *                  | EINVAL | spapr.map.region-page-too-small |
