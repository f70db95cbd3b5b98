Feature: What a device reaches through a Type1 container

  Rule: A device reaches what is mapped, and nothing else

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2

    @TYPE1-106
    Scenario: the first page
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x10000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @TYPE1-107
    Scenario: the last bytes of a mapping
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x1fff8
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory    |
        | B1+0xfff8 |

    @TYPE1-108
    Scenario: just behind a mapping
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x20000
      Then it answers 0, rule type1.dma.no-mapping
      And the DMA reaches
        | memory  |
        | nothing |

    @TYPE1-109
    Scenario: a read
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x11000 through 0x12000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @TYPE1-110
    Scenario: a read from nowhere
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x40000 through 0x12000
      Then it answers 0, rule type1.dma.no-mapping

    @TYPE1-111
    Scenario: a read into nowhere
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x12000 through 0x40000
      Then it answers 0, rule type1.dma.no-mapping

    @TYPE1-112
    Scenario: at the end of what can be mapped
      Given memory "B1" of 1 MiB
      And 4 KiB of "B1" are mapped at 0x7ffffff000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x7ffffff000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @TYPE1-113
    Scenario: huge pages
      Given memory "B1" of 2 MiB in pages of 2m
      And 2 MiB of "B1" are mapped at 0x200000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x3ff000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory      |
        | B1+0x1ff000 |

  Rule: A device does not write through a mapping for reading; one for writing it can read

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB

    @TYPE1-114
    Scenario: a write through a mapping for reading
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
    Scenario: a read through a mapping for writing
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x2     |
        | vaddr | B1+0x0  |
        | iova  | 0x40000 |
        | size  | 0x10000 |
      Then it answers 0, rule type1.map.mapped
      Given device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x40000 through 0x10000
      Then it answers 1, rule type1.dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @TYPE1-116
    Scenario: a read into a mapping for reading
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
    Scenario: a read through a mapping for reading
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
    Scenario: a group that joined later
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
    Scenario: after another group has left
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
    Scenario: a group of another container
      Given "G2" is in container "C2" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And device 0 of "G2" is open as "D1"
      When device "D1" writes to 0x10000
      Then it answers 0, rule type1.dma.no-mapping
