Feature: Windows of several groups

  Rule: All groups of a container have the same windows

    @DMA-WINDOW-070
    Scenario: A group that joins gets both windows
      Given a bridge whose tables the kernel makes
      And groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "C1" has a window of 1 GiB with 64 KiB pages
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers 0, rule spapr.attach.joined
      And the windows of "C1" are
        | window | start             | size       | page    | levels |
        | 0      | 0x0               | 0x80000000 | 0x1000  | 1      |
        | 1      | 0x800000000000000 | 0x40000000 | 0x10000 | 1      |

    @DMA-WINDOW-071
    Scenario: A group of the same PHB that joins gets both windows
      Given groups "G1" and "G2" on the same PHB
      And "G1" is in container "C1" with IOMMU type v2
      And "C1" has a window of 1 GiB with 64 KiB pages
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers 0, rule spapr.attach.joined

    @DMA-WINDOW-072
    Scenario: A new window reaches every group, and costs once
      Given a bridge whose tables the kernel makes
      And groups "G1", "G2" and "G3" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C1"
      And "G3" is in container "C1"
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 2 GiB with 4 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made
      And locked memory is
        | platforms                        | pages |
        | two-window bridges on 4.2..4.11  | 128   |
        | two-window bridges on 4.12..4.18 | 4 MiB |
        | *                                | 8 MiB |

    @DMA-WINDOW-073
    Scenario: A removed window is gone for every group
      Given groups "G1", "G2" and "G3" on the same PHB
      And "G1" is in container "C1" with IOMMU type v2
      And "C1" has a window of 1 GiB with 64 KiB pages
      And "G2" is in container "C1"
      And "G3" is in container "C1"
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x800000000000000 from "C1"
      Then it answers 0, rule spapr.remove.removed
      And the windows of "C1" are
        | window | start | size       | page   | levels |
        | 0      | 0x0   | 0x80000000 | 0x1000 | 1      |

    @DMA-WINDOW-074
    Scenario: A window outlives the group that was there when it was created
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      And "C1" has a window of 1 GiB with 64 KiB pages
      And "G2" is in container "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left
      And the windows of "C1" are
        | window | start | size       | page    | levels |
        | 0      | 0x0   | 0x40000000 | 0x10000 | 1      |

  Rule: Any address inside a window names it

    @DMA-WINDOW-080
    Scenario: REMOVE by the last address of a window
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And "C1" has a window of 1 GiB with 64 KiB pages
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x80000003fffffff from "C1"
      Then it answers 0, rule spapr.remove.removed

    @DMA-WINDOW-081
    Scenario: REMOVE by the address after a window
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And "C1" has a window of 1 GiB with 64 KiB pages
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x800000040000000 from "C1"
      Then it answers EINVAL, rule spapr.remove.no-window
      And nothing changed

    @DMA-WINDOW-082
    Scenario Outline: REMOVE with a short struct or unknown flags: <case>
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_REMOVE is called on "C1" with
        | argsz      | <argsz> |
        | flags      | <flags> |
        | start_addr | 0x0     |
      Then it answers EINVAL, rule <rule>

      Examples:
        | case      | argsz | flags | rule               |
        | too-short | 15    | 0x0   | spapr.remove.argsz |
        | flags     | 16    | 0x1   | spapr.remove.flags |

  Rule: A mapping is made in the pages of its window

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2

    @DMA-WINDOW-090
    Scenario: Mapping memory whose pages are smaller than those of the window
      Given "C1" has a window of 1 GiB with 64 KiB pages
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x800000000000000 in "C1"
      Then it answers
        | platforms                  | answer | rule                            |
        | two-window bridges with 4k | EINVAL | spapr.map.region-page-too-small |
        | partitions since 6.11      | EINVAL | spapr.map.region-page-too-small |
        | *                          | 0      | spapr.map.mapped                |

    @DMA-WINDOW-091
    Scenario: Mapping half a page of the window
      Given "C1" has a window of 1 GiB with 64 KiB pages
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA maps 32 KiB of "B1" at 0x800000000000000 in "C1"
      Then it answers EINVAL, rule spapr.map.size-aligned

    @DMA-WINDOW-092
    Scenario: Mapping at an address in the middle of a page
      Given memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x800 in "C1"
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.map.iova-aligned |
        | two-window bridges on 4.2..4.11 | EINVAL | spapr.map.iova-aligned |
        | *                               | 1      | spapr.map.iova-aligned |
      And nothing is mapped in "C1"

    @DMA-WINDOW-093
    Scenario: Mapping over a live mapping replaces it
      Given memory "B1" of 1 MiB is registered in "C1"
      And 128 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" from 0x40000 at 0x0 in "C1"
      Then it answers 0, rule spapr.map.mapped
      And the mappings of "C1" are
        | iova    | size    | memory     |
        | 0x0     | 0x10000 | B1+0x40000 |
        | 0x10000 | 0x10000 | B1+0x10000 |
