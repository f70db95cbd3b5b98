Feature: What a device reaches through each window

  Rule: A device reaches the mappings of each window

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"

    @LIFECYCLE-033
    Scenario: A device reaches a mapping in the second window
      Given "C1" has a window of 1 GiB with 4 KiB pages
      And 64 KiB of "B1" are mapped at 0x800000000000000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x800000000001000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @LIFECYCLE-034
    Scenario: A device reaches nothing in a second window without mappings
      Given "C1" has a window of 1 GiB with 4 KiB pages
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x800000000000000
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-036
    Scenario: A device reaches nothing after the second window is removed
      Given "C1" has a window of 1 GiB with 4 KiB pages
      And 64 KiB of "B1" are mapped at 0x800000000000000 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x800000000000000 from "C1"
      Then it answers 0, rule spapr.remove.removed
      When device "D1" writes to 0x800000000000000
      Then it answers 0
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-037
    Scenario: The first window still works after the second is removed
      Given "C1" has a window of 1 GiB with 4 KiB pages
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x800000000000000 from "C1"
      Then it answers 0, rule spapr.remove.removed
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-038
    Scenario: A device reaches nothing after the default window is removed
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      And the default window of "C1" is removed
      When device "D1" writes to 0x0
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-039
    Scenario: A device reaches nothing in a recreated default window without mappings
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      And the default window of "C1" is removed
      And "C1" has a window of 1 GiB with 4 KiB pages
      When device "D1" writes to 0x0
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-040
    Scenario: A device reaches a mapping in a recreated default window
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      And the default window of "C1" is removed
      And "C1" has a window of 1 GiB with 4 KiB pages
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When device "D1" writes to 0x10000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-041
    Scenario: A device reads from the second window and stores into the first
      Given "C1" has a window of 1 GiB with 4 KiB pages
      And 64 KiB of "B1" are mapped at 0x800000000000000 in "C1"
      And 128 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x800000000003000 through 0x10000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x3000 |

  Rule: A device reaches v1 mappings

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"

    @LIFECYCLE-042
    Scenario: A device reaches a v1 mapping
      When device "D1" writes to 0x1000
      Then it answers
        | platforms               | answer | rule         |
        | partitions on 6.4..6.10 | n/a    | not modelled |
        | *                       | 1      | dma.reached  |
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @LIFECYCLE-043
    Scenario: A device still reaches a v1 mapping after DISABLE
      When VFIO_IOMMU_DISABLE is called on "C1"
      Then it answers
        | platforms               | answer | rule                   |
        | partitions on 6.4..6.10 | n/a    | not modelled           |
        | *                       | 0      | spapr.disable.disabled |
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-044
    Scenario: DMA to a v1 mapping that was unmapped
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x0 in "C1"
      Then it answers
        | platforms               | answer | rule                 |
        | partitions on 6.4..6.10 | n/a    | not modelled         |
        | *                       | 0      | spapr.unmap.unmapped |
      When device "D1" writes to 0x0
      Then it answers
        | platforms      | answer | rule         |
        | ioda2 on ..4.1 | 1      | dma.reached  |
        | *              | 0      | dma.no-entry |
      And the DMA reaches
        | platforms      | memory  |
        | ioda2 on ..4.1 | B1+0x0  |
        | *              | nothing |

    @LIFECYCLE-045
    Scenario: A device reaches a v1 mapping after its container is closed
      When close is called on "C1"
      Then it answers
        | platforms               | answer | rule         |
        | partitions on 6.4..6.10 | n/a    | not modelled |
        | *                       | 0      | fd.closed    |
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-046
    Scenario: A device reads from a v1 mapping
      When device "D1" reads from 0x4000 through 0x0
      Then it answers
        | platforms               | answer | rule         |
        | partitions on 6.4..6.10 | n/a    | not modelled |
        | *                       | 1      | dma.reached  |
      And the DMA reaches
        | memory    |
        | B1+0x4000 |
