Feature: Which process sees what a device does

  Rule: DMA goes to the memory of the process that mapped it

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2

    @LIFECYCLE-053
    Scenario: A child does not see DMA into memory that its parent mapped
      Given memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      And process "P2" is forked
      And process "P2" makes the calls
      When device "D1" writes to 0x0
      Then it answers
        | platforms                       | answer | rule              |
        | one-window bridges on 4.2..4.11 | n/a    | not modelled      |
        | two-window bridges on 4.2..4.11 | n/a    | not modelled      |
        | two-window bridges on 4.12..6.3 | n/a    | not modelled      |
        | *                               | 0      | dma.other-process |
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-150
    Scenario: A child does not see what a device reads from memory that its parent mapped
      Given memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      And process "P2" is forked
      And process "P2" makes the calls
      When device "D1" reads from 0x1000 through 0x2000
      Then it answers
        | platforms                       | answer | rule              |
        | one-window bridges on 4.2..4.11 | n/a    | not modelled      |
        | two-window bridges on 4.2..4.11 | n/a    | not modelled      |
        | two-window bridges on 4.12..6.3 | n/a    | not modelled      |
        | *                               | 0      | dma.other-process |
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-054
    Scenario: The parent sees DMA into memory that it mapped before a fork
      Given memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      And process "P2" is forked
      When device "D1" writes to 0x0
      Then it answers
        | platforms                       | answer | rule         |
        | one-window bridges on 4.2..4.11 | n/a    | not modelled |
        | two-window bridges on 4.2..4.11 | n/a    | not modelled |
        | two-window bridges on 4.12..6.3 | n/a    | not modelled |
        | *                               | 1      | dma.reached  |
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-055
    Scenario: The parent sees DMA into its memory after its child has exited
      Given memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      And process "P2" is forked
      And process "P2" has exited
      When device "D1" writes to 0x0
      Then it answers
        | platforms                       | answer | rule         |
        | one-window bridges on 4.2..4.11 | n/a    | not modelled |
        | two-window bridges on 4.2..4.11 | n/a    | not modelled |
        | two-window bridges on 4.12..6.3 | n/a    | not modelled |
        | *                               | 1      | dma.reached  |
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-056
    Scenario: A child sees DMA into memory that it mapped
      Given memory "B1" of 1 MiB
      And process "P2" is forked
      And process "P2" makes the calls
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x0
      Then it answers
        | platforms                       | answer | rule         |
        | one-window bridges on 4.2..4.11 | n/a    | not modelled |
        | two-window bridges on 4.2..4.11 | n/a    | not modelled |
        | two-window bridges on 4.12..6.3 | n/a    | not modelled |
        | *                               | 1      | dma.reached  |
      And the DMA reaches
        | memory |
        | B1+0x0 |
