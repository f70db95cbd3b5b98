Feature: What a device reaches

  Rule: A device reaches what is mapped, and nothing else

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"

    @LIFECYCLE-001
    Scenario: A device writes to the first page of a mapping
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x0
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-002
    Scenario: A device writes to the last bytes of a mapping
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0xfff8
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0xfff8 |

    @LIFECYCLE-003
    Scenario: A device cannot write just past a mapping
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x10000
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-004
    Scenario: A device reads from a mapping
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x1000 through 0x2000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @LIFECYCLE-005
    Scenario: A device cannot read from an unmapped address
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x20000 through 0x0
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-006
    Scenario: A device cannot store what it read at an unmapped address
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x0 through 0x20000
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-007
    Scenario: A device reaches nothing before anything is mapped
      Given device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x0
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-008
    Scenario: A device reaches a second buffer
      Given memory "B2" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And 64 KiB of "B2" are mapped at 0x10000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x11000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B2+0x1000 |

    @LIFECYCLE-009
    Scenario: A device opened before the mapping reaches it
      Given device 0 of "G1" is open as "D1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When device "D1" writes to 0x3000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x3000 |

    @LIFECYCLE-010
    Scenario: A device writes to the middle of a 1 MiB mapping
      Given 1 MiB of "B1" are mapped at 0x100000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x180008
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory     |
        | B1+0x80008 |

  Rule: Unmapping and mapping again take effect at once

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"

    @LIFECYCLE-011
    Scenario: A device cannot reach an unmapped range
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x0 in "C1"
      Then it answers 0, rule spapr.unmap.unmapped
      When device "D1" writes to 0x0
      Then it answers 0
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-012
    Scenario: A device reaches the rest of a partly unmapped range
      Given 128 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x0 in "C1"
      Then it answers 0, rule spapr.unmap.unmapped
      When device "D1" writes to 0x10000
      Then it answers 1
      And the DMA reaches
        | memory     |
        | B1+0x10000 |

    @LIFECYCLE-013
    Scenario: A device cannot reach the unmapped part of a range
      Given 128 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers 0, rule spapr.unmap.unmapped
      When device "D1" writes to 0x1f000
      Then it answers 0
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-014
    Scenario: A device reaches other memory after its address is mapped again
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" from 0x40000 at 0x0 in "C1"
      Then it answers 0, rule spapr.map.mapped
      When device "D1" writes to 0x2000
      Then it answers 1
      And the DMA reaches
        | memory     |
        | B1+0x42000 |

    @LIFECYCLE-015
    Scenario: A device reaches memory that is unmapped and mapped again
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      And "C2" is a duplicate of "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x0 in "C1"
      Then it answers 0, rule spapr.unmap.unmapped
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" from 0x10000 at 0x0 in "C1"
      Then it answers 0
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory     |
        | B1+0x10000 |

    @LIFECYCLE-016
    Scenario: A device reaches the same memory at two addresses
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And 64 KiB of "B1" are mapped at 0x80000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x81000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @LIFECYCLE-017
    Scenario: A device reaches memory through the second of two addresses
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And 64 KiB of "B1" are mapped at 0x80000 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x0 in "C1"
      Then it answers 0, rule spapr.unmap.unmapped
      When device "D1" writes to 0x80000
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

  Rule: A MAP that fails leaves nothing of what it wrote

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB

    @LIFECYCLE-018
    Scenario: A device reaches nothing after a MAP of unregistered memory
      Given device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B2" at 0x0 in "C1"
      Then it answers EINVAL, rule spapr.map.not-registered
      When device "D1" writes to 0x0
      Then it answers 0
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-019
    Scenario: An old mapping stays where a new one fails at its first page
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B2" at 0x0 in "C1"
      Then it answers EINVAL, rule spapr.map.not-registered
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |
