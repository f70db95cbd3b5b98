Feature: What the devices of several groups reach

  Rule: A mapping lives as long as its group is in the container

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"

    @LIFECYCLE-025
    Scenario: A device reaches its mapping after the container's descriptor is closed
      When close is called on "C1"
      Then it answers 0, rule fd.closed
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-026
    Scenario: A device reaches its mapping after the group's descriptor is closed
      When close is called on "G1"
      Then it answers 0, rule fd.closed
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-027
    Scenario: A device reaches its mapping after container and group are closed
      Given "G1" is closed
      When close is called on "C1"
      Then it answers 0, rule fd.closed
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-028
    Scenario: A duplicate of a device does the same DMA
      Given "D2" is a duplicate of "D1"
      And "D1" is closed
      When device "D2" writes to 0x0
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-029
    Scenario: A closed device cannot be told to do DMA
      Given "D1" is closed
      When device "D1" writes to 0x0
      Then it answers EBADF, rule fd.bad-descriptor

    @LIFECYCLE-030
    Scenario: A group descriptor cannot be told to do DMA
      When device "G1" writes to 0x0
      Then it answers ENOTTY, rule fd.wrong-kind

    @LIFECYCLE-031
    Scenario: A container descriptor cannot do DMA
      When device "C1" writes to 0x0
      Then it answers ENOTTY, rule fd.wrong-kind

    @LIFECYCLE-032
    Scenario: A device that is opened a second time reaches the mapping
      Given device 0 of "G1" is open as "D2"
      And "D1" is closed
      When device "D2" writes to 0x0
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

  Rule: Groups that share a container reach the same mappings

    Background:
      Given groups "G1" and "G2" whose devices do DMA
      And "G1" is in container "C1" with IOMMU type v2

    @LIFECYCLE-047
    Scenario: The second group of a container reaches what was mapped
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
    Scenario: The first group of a container reaches what was mapped
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
    Scenario: A group that joins later reaches what was mapped before
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
    Scenario: A group of another container does not reach a mapping
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
    Scenario: Two containers map different memory at the same address for their devices
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
    Scenario: A device reaches a mapping made after another group has left
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
