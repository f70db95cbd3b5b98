Feature: What a device reaches after Type1 has unmapped

  Rule: A device does not reach what is unmapped or was never mapped

    Background:
      Given group "G1"

    @TYPE1-121
    Scenario: A Type1 device reaches nothing after UNMAP
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers 0, rule type1.unmap.unmapped
      When device "D1" writes to 0x10000
      Then it answers 0, rule type1.dma.no-mapping

    @TYPE1-122
    Scenario: A Type1 device reaches nothing after a MAP that failed halfway
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3      |
        | vaddr | B1+0x0   |
        | iova  | 0x10000  |
        | size  | 0x101000 |
      Then it answers EFAULT, rule type1.map.not-accessible
      When device "D1" writes to 0x10000
      Then it answers 0, rule type1.dma.no-mapping

    @TYPE1-123
    Scenario: A Type1 device reaches the old memory after a MAP that was refused
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And memory "B2" of 64 KiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B2" at 0x10000 in "C1"
      Then it answers EEXIST, rule type1.map.exists
      When device "D1" writes to 0x10000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @TYPE1-124
    Scenario: A Type1 device reaches its mapping after an UNMAP that was refused
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 4 KiB at 0x10000 in "C1"
      Then it answers EINVAL, rule type1.unmap.cuts
      When device "D1" writes to 0x11000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @TYPE1-125
    Scenario: Type1 version 1 removes a whole mapping when its first page is unmapped
      Given "G1" is in container "C1" with IOMMU type type1
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 4 KiB at 0x10000 in "C1"
      Then it answers 0, rule type1.unmap.whole
      When device "D1" writes to 0x11000
      Then it answers 0, rule type1.dma.no-mapping

  Rule: A device reaches the memory that was pinned, whoever owns it now

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB

    @TYPE1-126
    Scenario: A Type1 device reaches its mapping while the vaddr is invalidated
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x4     |
      Then it answers
        | platforms      | answer | rule                   |
        | x86 before 6.1 | EINVAL | type1.unmap.flags      |
        | *              | 0      | type1.unmap.taken-back |
      When device "D1" writes to 0x10000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @TYPE1-127
    Scenario: A Type1 device reaches the same memory after another address was given
      Given memory "B2" of 64 KiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
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
        | vaddr | B2+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers
        | platforms      | answer | rule              |
        | x86 before 6.1 | EINVAL | type1.map.flags   |
        | *              | 0      | type1.map.updated |
      When device "D1" writes to 0x10000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @TYPE1-128
    Scenario: A Type1 device reaches its mapping after the container is closed
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When close is called on "C1"
      Then it answers 0
      When device "D1" writes to 0x10000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @TYPE1-129
    Scenario: The parent does not see DMA into memory that its child mapped in Type1
      Given device 0 of "G1" is open as "D1"
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      Given the first process makes the calls
      When device "D1" writes to 0x10000
      Then it answers
        | platforms      | answer | rule                    |
        | x86 before 6.1 | n/a    | not modelled            |
        | *              | 0      | type1.dma.other-process |

    @TYPE1-130
    Scenario: A child sees DMA into memory that it mapped in Type1
      Given device 0 of "G1" is open as "D1"
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      When device "D1" writes to 0x10000
      Then it answers
        | platforms      | answer | rule              |
        | x86 before 6.1 | n/a    | not modelled      |
        | *              | 1      | type1.dma.reached |

    @TYPE1-131
    Scenario: A Type1 device reads from memory of a child
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x40000 in "C1"
      Then it answers 0, rule type1.map.mapped
      Given the first process makes the calls
      When device "D1" reads from 0x40000 through 0x10000
      Then it answers
        | platforms      | answer | rule                    |
        | x86 before 6.1 | n/a    | not modelled            |
        | *              | 0      | type1.dma.other-process |

    @TYPE1-132
    Scenario: A Type1 device stores what it read into memory of a child
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x40000 in "C1"
      Then it answers 0, rule type1.map.mapped
      Given the first process makes the calls
      When device "D1" reads from 0x10000 through 0x40000
      Then it answers
        | platforms      | answer | rule                    |
        | x86 before 6.1 | n/a    | not modelled            |
        | *              | 0      | type1.dma.other-process |
