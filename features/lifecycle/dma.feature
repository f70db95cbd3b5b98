Feature: What a device reaches

  Rule: A device reaches what is mapped, and nothing else

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"

    @LIFECYCLE-001
    Scenario: the first page
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x0
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-002
    Scenario: the last bytes of a mapping
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0xfff8
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0xfff8 |

    @LIFECYCLE-003
    Scenario: just behind a mapping
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x10000
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-004
    Scenario: a read
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x1000 through 0x2000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @LIFECYCLE-005
    Scenario: a read from nowhere
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x20000 through 0x0
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-006
    Scenario: a read that cannot be handed on
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x0 through 0x20000
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-007
    Scenario: nothing has been mapped yet
      Given device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x0
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-008
    Scenario: a second buffer
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
    Scenario: the device was opened before the mapping was made
      Given device 0 of "G1" is open as "D1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When device "D1" writes to 0x3000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x3000 |

    @LIFECYCLE-010
    Scenario: the middle of a mapping of a megabyte
      Given 1 MiB of "B1" are mapped at 0x100000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x180008
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory     |
        | B1+0x80008 |

  Rule: What is unmapped or mapped anew shows at once

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"

    @LIFECYCLE-011
    Scenario: an unmapped range
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
    Scenario: the rest of a range of which one part is unmapped
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
    Scenario: the part that is unmapped
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
    Scenario: mapped once more, to other memory
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
    Scenario: unmapped and mapped again
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
    Scenario: two addresses of the same memory
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And 64 KiB of "B1" are mapped at 0x80000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x81000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @LIFECYCLE-017
    Scenario: one of two addresses of the same memory is unmapped
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

  Rule: A MAP that fails leaves nothing of what it had written

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB

    @LIFECYCLE-018
    Scenario: memory that is not registered
      Given device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B2" at 0x0 in "C1"
      Then it answers EINVAL, rule spapr.map.not-registered
      When device "D1" writes to 0x0
      Then it answers 0
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-019
    Scenario: an old mapping under one that fails at its first page stays
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B2" at 0x0 in "C1"
      Then it answers EINVAL, rule spapr.map.not-registered
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

  Rule: What the mapping allows

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x100000 in "C1"
      And device 0 of "G1" is open as "D1"

    @LIFECYCLE-020
    Scenario: a device does not write to what it may only read
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x1     |
        | vaddr | B1+0x0  |
        | iova  | 0x0     |
        | size  | 0x10000 |
      Then it answers 0, rule spapr.map.mapped
      When device "D1" writes to 0x0
      Then it answers 0
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-021
    Scenario: a device reads what it may only read
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x1     |
        | vaddr | B1+0x0  |
        | iova  | 0x0     |
        | size  | 0x10000 |
      Then it answers 0, rule spapr.map.mapped
      When device "D1" reads from 0x1000 through 0x100000
      Then it answers 1
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @LIFECYCLE-022
    Scenario: a device writes to what it may only write
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x2     |
        | vaddr | B1+0x0  |
        | iova  | 0x0     |
        | size  | 0x10000 |
      Then it answers 0, rule spapr.map.mapped
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-023
    Scenario: a device reads what it may only write, too
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x2     |
        | vaddr | B1+0x0  |
        | iova  | 0x0     |
        | size  | 0x10000 |
      Then it answers 0, rule spapr.map.mapped
      When device "D1" reads from 0x1000 through 0x100000
      Then it answers
        | platforms  | answer | rule             |
        | partitions | 0      | dma.not-readable |
        | *          | 1      | dma.reached      |
      And the DMA reaches
        | platforms  | memory    |
        | partitions | nothing   |
        | *          | B1+0x1000 |

    @LIFECYCLE-024
    Scenario: what a device may only read does not hand on what it reads
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x1     |
        | vaddr | B1+0x0  |
        | iova  | 0x0     |
        | size  | 0x10000 |
      Then it answers 0, rule spapr.map.mapped
      When device "D1" reads from 0x100000 through 0x0
      Then it answers 0
      And the DMA reaches
        | memory  |
        | nothing |

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

  Rule: Windows

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"

    @LIFECYCLE-033
    Scenario: the second window
      Given "C1" has a window of 1 GiB with 4 KiB pages
      And 64 KiB of "B1" are mapped at 0x800000000000000 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x800000000001000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @LIFECYCLE-034
    Scenario: a second window that nothing is mapped in
      Given "C1" has a window of 1 GiB with 4 KiB pages
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" writes to 0x800000000000000
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-036
    Scenario: the second window is removed
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
    Scenario: the first window stays when the second is removed
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
    Scenario: the default window is removed
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      And the default window of "C1" is removed
      When device "D1" writes to 0x0
      Then it answers 0, rule dma.no-entry
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-039
    Scenario: the default window is made anew and nothing is mapped
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
    Scenario: the default window is made anew and mapped
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
    Scenario: a read from the second window through the first
      Given "C1" has a window of 1 GiB with 4 KiB pages
      And 64 KiB of "B1" are mapped at 0x800000000000000 in "C1"
      And 128 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"
      When device "D1" reads from 0x800000000003000 through 0x10000
      Then it answers 1, rule dma.reached
      And the DMA reaches
        | memory    |
        | B1+0x3000 |

  Rule: v1

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"

    @LIFECYCLE-042
    Scenario: a v1 mapping
      When device "D1" writes to 0x1000
      Then it answers
        | platforms               | answer | rule         |
        | partitions on 6.4..6.10 | n/a    | not modelled |
        | *                       | 1      | dma.reached  |
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @LIFECYCLE-043
    Scenario: a v1 container is disabled: the entries stay
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
    Scenario: a v1 mapping is taken away
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x0 in "C1"
      Then it answers
        | platforms               | answer | rule                 |
        | partitions on 6.4..6.10 | n/a    | not modelled         |
        | *                       | 0      | spapr.unmap.unmapped |
      When device "D1" writes to 0x0
      Then it answers
        | platforms          | answer | rule         |
        | p5ioc2             | 0      | dma.no-entry |
        | ioda1              | 0      | dma.no-entry |
        | two-window bridges | 0      | dma.no-entry |
        | partitions         | 0      | dma.no-entry |
        | *                  | 1      | dma.reached  |
      And the DMA reaches
        | platforms          | memory  |
        | p5ioc2             | nothing |
        | ioda1              | nothing |
        | two-window bridges | nothing |
        | partitions         | nothing |
        | *                  | B1+0x0  |

    @LIFECYCLE-045
    Scenario: a v1 container is closed
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
    Scenario: a v1 read
      When device "D1" reads from 0x4000 through 0x0
      Then it answers
        | platforms               | answer | rule         |
        | partitions on 6.4..6.10 | n/a    | not modelled |
        | *                       | 1      | dma.reached  |
      And the DMA reaches
        | memory    |
        | B1+0x4000 |

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
