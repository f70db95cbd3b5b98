Feature: Giving a mapping another address

  Rule: A vaddr can be invalidated and replaced; the mapping stays as it is

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2

    @TYPE1-075
    Scenario: The vaddr of a Type1 mapping is invalidated and given again
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x4     |
      Then it answers
        | platforms      | answer | rule                   |
        | x86 before 6.1 | EINVAL | type1.unmap.flags      |
        | *              | 0      | type1.unmap.taken-back |
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x4     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers
        | platforms      | answer | rule              |
        | x86 before 6.1 | EINVAL | type1.map.flags   |
        | *              | 0      | type1.map.updated |
      And locked memory is
        | pages |
        | 16    |

    @TYPE1-076
    Scenario: A Type1 mapping is given 0 as its new address
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x4     |
      Then it answers
        | platforms      | answer | rule                   |
        | x86 before 6.1 | EINVAL | type1.unmap.flags      |
        | *              | 0      | type1.unmap.taken-back |
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x4     |
        | vaddr | 0x0     |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers
        | platforms      | answer | rule              |
        | x86 before 6.1 | EINVAL | type1.map.flags   |
        | *              | 0      | type1.map.updated |

    @TYPE1-077
    Scenario: Taking back an address where nothing is mapped
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x4     |
      Then it answers
        | platforms      | answer | rule                   |
        | x86 before 6.1 | EINVAL | type1.unmap.flags      |
        | *              | 0      | type1.unmap.taken-back |
      And nothing changed

    @TYPE1-078
    Scenario: All vaddrs of a Type1 container are invalidated
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And 64 KiB of "B1" are mapped at 0x40000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x0 |
        | size  | 0x0 |
        | flags | 0x6 |
      Then it answers
        | platforms      | answer | rule                   |
        | x86 before 6.1 | EINVAL | type1.unmap.flags      |
        | *              | 0      | type1.unmap.taken-back |

    @TYPE1-079
    Scenario: A mapping whose vaddr is invalidated can be unmapped
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x4     |
      Then it answers
        | platforms      | answer | rule                   |
        | x86 before 6.1 | EINVAL | type1.unmap.flags      |
        | *              | 0      | type1.unmap.taken-back |
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers 0, rule type1.unmap.unmapped
      And nothing is mapped in "C1"
      And locked memory is
        | pages |
        | 0     |

  Rule: The process that gives the new address has the memory counted as its own

    @TYPE1-086
    Scenario: A child gives a mapping of its parent a new address
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And process "P2" is forked
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x4     |
      Then it answers
        | platforms      | answer | rule                   |
        | x86 before 6.1 | EINVAL | type1.unmap.flags      |
        | *              | 0      | type1.unmap.taken-back |
      Given process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x4     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers
        | platforms      | answer | rule              |
        | x86 before 6.1 | EINVAL | type1.map.flags   |
        | *              | 0      | type1.map.updated |
      And locked memory of process "P2" is
        | platforms      | pages |
        | x86 before 6.1 | 0     |
        | *              | 16    |

    @TYPE1-087
    Scenario: A child that may not lock enough gives a mapping a new address
      Given the process may lock 64 KiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And process "P2" is forked
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x4     |
      Then it answers
        | platforms      | answer | rule                   |
        | x86 before 6.1 | EINVAL | type1.unmap.flags      |
        | *              | 0      | type1.unmap.taken-back |
      Given process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3     |
        | vaddr | B1+0x0  |
        | iova  | 0x40000 |
        | size  | 0x1000  |
      Then it answers 0, rule type1.map.mapped
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x4     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers
        | platforms      | answer | rule                    |
        | x86 before 6.1 | EINVAL | type1.map.flags         |
        | *              | ENOMEM | type1.map.owner-memlock |

  Rule: No group joins while a vaddr is invalidated

    @TYPE1-134
    Scenario: A second group joins while a vaddr is invalidated, and afterwards
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x4     |
      Then it answers
        | platforms      | answer | rule                   |
        | x86 before 6.1 | EINVAL | type1.unmap.flags      |
        | *              | 0      | type1.unmap.taken-back |
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms      | answer | rule                            |
        | x86 before 6.1 | 0      | type1.attach.joined             |
        | *              | EBUSY  | type1.attach.address-taken-back |
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x4     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers
        | platforms      | answer | rule              |
        | x86 before 6.1 | EINVAL | type1.map.flags   |
        | *              | 0      | type1.map.updated |
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms      | answer | rule                           |
        | x86 before 6.1 | EINVAL | group.set-container.already-in |
        | *              | 0      | type1.attach.joined            |
