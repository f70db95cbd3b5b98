Feature: What a device reaches through a Type1 container

  Rule: A device reaches what is mapped, and nothing else

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2

    @TYPE1-106
    Scenario: A Type1 device writes to the first page of a mapping
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x10000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @TYPE1-107
    Scenario: A Type1 device writes to the last bytes of a mapping
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x1fff8
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory    |
        | B1+0xfff8 |

    @TYPE1-108
    Scenario: A Type1 device cannot write just past a mapping
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x20000
      Then it answers 0, rule type1.dma.no-mapping
      And the DMA reaches
        | memory  |
        | nothing |

    @TYPE1-109
    Scenario: A Type1 device reads from a mapping
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x11000 through 0x12000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @TYPE1-110
    Scenario: A Type1 device cannot read from an unmapped address
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x40000 through 0x12000
      Then it answers 0, rule type1.dma.no-mapping

    @TYPE1-111
    Scenario: A Type1 device cannot store what it read at an unmapped address
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x12000 through 0x40000
      Then it answers 0, rule type1.dma.no-mapping

    @TYPE1-112
    Scenario: A Type1 device writes at the end of what can be mapped
      Given memory "B1" of 1 MiB
      And 4 KiB of "B1" are mapped at 0x7ffffff000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x7ffffff000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @TYPE1-113
    Scenario: A Type1 device reaches a mapping of huge pages
      Given memory "B1" of 2 MiB in pages of 2m
      And 2 MiB of "B1" are mapped at 0x200000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x3ff000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory      |
        | B1+0x1ff000 |

  Rule: A device cannot write to a read-only mapping, but can read from a write-only one

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB

    @TYPE1-114
    Scenario: A Type1 device cannot write to a read-only mapping
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x1     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers 0, rule type1.map.mapped
      Given device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x10000
      Then it answers 0, rule type1.dma.not-writable

    @TYPE1-115
    Scenario: A Type1 device can read from a write-only mapping, but not since 6.16
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x2     |
        | vaddr | B1+0x0  |
        | iova  | 0x40000 |
        | size  | 0x10000 |
      Then it answers 0, rule type1.map.mapped
      Given device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x40000 through 0x10000
      Then it answers
        | platforms      | answer | rule                   |
        | x86 since 6.16 | 0      | type1.dma.not-readable |
        | *              | 1      | type1.dma.reached      |
      And the DMA reaches
        | platforms      | memory  |
        | x86 since 6.16 | nothing |
        | *              | B1+0x0  |

    @TYPE1-116
    Scenario: A Type1 device cannot write what it read to a read-only mapping
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x1     |
        | vaddr | B1+0x0  |
        | iova  | 0x40000 |
        | size  | 0x10000 |
      Then it answers 0, rule type1.map.mapped
      Given device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x10000 through 0x40000
      Then it answers 0, rule type1.dma.not-writable

    @TYPE1-117
    Scenario: A Type1 device reads from a read-only mapping
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x1     |
        | vaddr | B1+0x0  |
        | iova  | 0x40000 |
        | size  | 0x10000 |
      Then it answers 0, rule type1.map.mapped
      Given device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x41000 through 0x10000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

  Rule: All groups of a container reach its mappings

    Background:
      Given groups "G1" and "G2" whose devices do DMA
      And "G1" is in container "C1" with IOMMU type type1v2

    @TYPE1-118
    Scenario: A group that joins a Type1 container later reaches its mappings
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And "G2" is in container "C1"
      And device 0 of "G2" is open as "D1"
      When device "D1" writes to 0x10000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @TYPE1-119
    Scenario: A Type1 device reaches its mapping after another group has left
      Given "G2" is in container "C1"
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And "G2" has left container "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x10000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @TYPE1-120
    Scenario: A group of another Type1 container does not reach a mapping
      Given "G2" is in container "C2" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G2" is open as "D1"
      When device "D1" writes to 0x10000
      Then it answers 0, rule type1.dma.no-mapping
