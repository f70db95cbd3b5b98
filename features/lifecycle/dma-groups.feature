Feature: What the devices of several groups and processes reach

  Rule: A mapping lives as long as its group is in the container

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"

    @LIFECYCLE-025
    Scenario: the descriptor of the container is closed
      When close is called on "C1"
      Then it answers 0, rule fd.closed
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-026
    Scenario: the descriptor of the group is closed
      When close is called on "G1"
      Then it answers 0, rule fd.closed
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-027
    Scenario: the descriptors of container and group are closed
      Given "G1" is closed
      When close is called on "C1"
      Then it answers 0, rule fd.closed
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-028
    Scenario: a duplicate of the device does the same
      Given "D2" is a duplicate of "D1"
      And "D1" is closed
      When device "D2" writes to 0x0
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-029
    Scenario: a closed device
      Given "D1" is closed
      When device "D1" writes to 0x0
      Then it answers EBADF, rule fd.bad-descriptor

    @LIFECYCLE-030
    Scenario: a group is no device
      When device "G1" writes to 0x0
      Then it answers ENOTTY, rule fd.wrong-kind

    @LIFECYCLE-031
    Scenario: a container is no device
      When device "C1" writes to 0x0
      Then it answers ENOTTY, rule fd.wrong-kind

    @LIFECYCLE-032
    Scenario: the device is opened a second time
      Given device 0 of "G1" is open as "D2"
      And "D1" is closed
      When device "D2" writes to 0x0
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

  Rule: Groups that share a container

    Background:
      Given groups "G1" and "G2" whose devices do DMA
      And "G1" is in container "C1" with IOMMU type v2

    @LIFECYCLE-047
    Scenario: the second group reaches what was mapped
      Given "G2" is in container "C1"
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G2" is open as "D2"
      When device "D2" writes to 0x0
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-048
    Scenario: the first group reaches it, too
      Given "G2" is in container "C1"
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x5000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x5000 |

    @LIFECYCLE-049
    Scenario: a group that joins later reaches what was mapped before
      Given memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And "G2" is in container "C1"
      And device 0 of "G2" is open as "D2"
      When device "D2" writes to 0x1000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @LIFECYCLE-050
    Scenario: a group of another container does not reach it
      Given "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B1" of 1 MiB is registered in "C2"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G2" is open as "D2"
      When device "D2" writes to 0x0
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-051
    Scenario: each container maps its own memory at the same address
      Given "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B1" of 1 MiB is registered in "C2"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And 128 KiB of "B1" are mapped at 0x0 in "C2"
      And device 0 of "G2" is open as "D2"
      When device "D2" writes to 0x1f000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory     |
        | B1+0x1f000 |

    @LIFECYCLE-052
    Scenario: a mapping that is made after another group has left
      Given "G2" is in container "C1"
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And "G2" has left container "C1"
      And 64 KiB of "B1" are mapped at 0x40000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x40000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

  Rule: Processes

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2

    @LIFECYCLE-053
    Scenario: another process does not see the memory of the one that mapped it
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

    @LIFECYCLE-054
    Scenario: the process that mapped goes on seeing it
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
    Scenario: it is seen after the child has ended
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
    Scenario: what a child has mapped
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
