Feature: Windows of a partition, whose tables the hypervisor keeps

  Rule: A device has the default window and one dynamic window, which begins at 2^59 whatever its slot

    Background:
      Given a partition
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2

    @DMA-WINDOW-200
    Scenario: A partition creates a window beside the default one
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers
        | platforms          | answer | rule              |
        | two-window bridges | n/a    | topology.bridge   |
        | *                  | 0      | spapr.window.made |
      And the windows of "C1" are
        | window | start             | size       | page    | levels |
        | 0      | 0x0               | 0x40000000 | 0x1000  | 1      |
        | 1      | 0x800000000000000 | 0x10000000 | 0x10000 | 1      |

    @DMA-WINDOW-201
    Scenario: A partition creates a dynamic window in slot 0
      Given the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made
      And the windows of "C1" are
        | window | start             | size       | page    | levels |
        | 0      | 0x800000000000000 | 0x10000000 | 0x10000 | 1      |

    @DMA-WINDOW-202
    Scenario: A small window of 4 KiB pages in slot 0 is the default window again
      Given the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 4 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made
      And the windows of "C1" are
        | window | start | size       | page   | levels |
        | 0      | 0x0   | 0x10000000 | 0x1000 | 1      |

    @DMA-WINDOW-203
    Scenario: A partition cannot have two dynamic windows, even with slot 0 free
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x0 from "C1"
      Then it answers 0, rule spapr.remove.removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers EPERM, rule spapr.partition.one-dynamic-window

    @DMA-WINDOW-204
    Scenario: The default window does not come back beside a dynamic one
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x0 from "C1"
      Then it answers 0, rule spapr.remove.removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 4 KiB pages in "C1"
      Then it answers EPERM, rule spapr.partition.one-dynamic-window

  Rule: A device that the hypervisor has refused a window gets none until the next boot

    Background:
      Given a partition
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2

    @DMA-WINDOW-205
    Scenario: A partition asks its hypervisor for a second dynamic window
      Given the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers ENODEV, rule spapr.partition.refused

    @DMA-WINDOW-206
    Scenario: After a refusal by the hypervisor even the default window is refused
      Given the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers ENODEV, rule spapr.partition.refused
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x800000000000000 from "C1"
      Then it answers 0, rule spapr.remove.removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 4 KiB pages in "C1"
      Then it answers ENODEV, rule spapr.partition.failed-before

    @DMA-WINDOW-207
    Scenario: A container that the refused group joins anew cannot map
      Given memory "B1" of 1 MiB is registered in "C1"
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers ENODEV, rule spapr.partition.refused
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      And VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
      And VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers ENODEV, rule spapr.partition.failed-before
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers ENODEV, rule spapr.partition.failed-before

  Rule: A table has one level, and is counted once, in whole host pages

    @DMA-WINDOW-208
    Scenario: A table of two levels is refused, and 4 GiB stay counted
      Given a partition
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages and 2 levels in "C1"
      Then it answers EINVAL, rule spapr.partition.geometry
      And locked memory is
        | pages   |
        | 1049087 |

    @DMA-WINDOW-209
    Scenario: A partition takes a table of zero levels as one level
      Given a partition
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages and 0 levels in "C1"
      Then it answers 0, rule spapr.window.made
      And locked memory is
        | pages |
        | 520   |

    @DMA-WINDOW-210
    Scenario: A table of two levels over the limit of locked memory
      Given the process may lock 16 MiB
      And a partition
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages and 2 levels in "C1"
      Then it answers ENOMEM, rule spapr.create.memlock
      And locked memory is
        | pages |
        | 512   |

    @DMA-WINDOW-211
    Scenario: A partition is refused a window whose size is not a power of two
      Given a partition
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 3 MiB with 64 KiB pages in "C1"
      Then it answers EINVAL, rule spapr.partition.geometry

    @DMA-WINDOW-212
    Scenario: A partition is refused a window of size 0
      Given a partition
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | page_shift  | 16  |
        | window_size | 0x0 |
        | levels      | 1   |
      Then it answers EINVAL, rule spapr.partition.no-table
      And locked memory is
        | pages |
        | 512   |

  Rule: A window has at least one page, and at most as many as the hypervisor offers

    Background:
      Given a partition
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2

    @DMA-WINDOW-218
    Scenario Outline: A partition is refused a window that has no page or too many: <case>
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | page_shift  | 16     |
        | window_size | <size> |
        | levels      | 1      |
      Then it answers EINVAL, rule spapr.partition.block

      Examples:
        | case        | size               |
        | half-a-page | 0x8000             |
        | 2-to-54     | 0x40000000000000   |
        | 2-to-60     | 0x1000000000000000 |
        | 2-to-63     | 0x8000000000000000 |

    @DMA-WINDOW-219
    Scenario: A window with too many pages is refused, and a smaller one is created
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 8 EiB with 64 KiB pages in "C1"
      Then it answers EINVAL, rule spapr.partition.block
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made

    @DMA-WINDOW-220
    Scenario: A default window smaller than a page is created without a page
      Given the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | page_shift  | 12    |
        | window_size | 0x800 |
        | levels      | 1     |
      Then it answers 0, rule spapr.window.made
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x0 from "C1"
      Then it answers EINVAL, rule spapr.remove.no-window

  Rule: A table serves one group

    Background:
      Given a partition
      And groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2

    @DMA-WINDOW-213
    Scenario: A partition creates a window for two groups
      Given "G2" is in container "C1"
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 256 MiB with 64 KiB pages in "C1"
      Then it answers EPERM, rule spapr.partition.not-shared
      And locked memory is
        | pages |
        | 0     |

    @DMA-WINDOW-214
    Scenario: The default window of a partition for two groups
      Given "G2" is in container "C1"
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers EPERM, rule spapr.partition.not-shared
      When VFIO_GROUP_UNSET_CONTAINER takes "G2" out
      And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule spapr.map.mapped

    @DMA-WINDOW-227
    Scenario: UNMAP, which would make the default window of a partition for two groups
      Given "G2" is in container "C1"
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers EPERM, rule spapr.partition.not-shared
      And nothing changed

    @DMA-WINDOW-215
    Scenario: A second group joins a container of a partition that has a window
      Given "C1" has a window of 256 MiB with 64 KiB pages
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers EPERM, rule spapr.attach.not-shareable
