Feature: Windows of less than a page, and of more than there can be

  Rule: A window of less than a page is as large as a table of one host page makes it

    Background:
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed

    @DMA-WINDOW-221
    Scenario: CREATE of a window of half a page
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 32 KiB with 64 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made
      And the windows of "C1" are
        | platforms                  | window | start | size       | page    | levels |
        | two-window bridges with 4k | 0      | 0x0   | 0x2000000  | 0x10000 | 1      |
        | *                          | 0      | 0x0   | 0x20000000 | 0x10000 | 1      |

    @DMA-WINDOW-222
    Scenario: CREATE of a window of half a page with two levels
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 32 KiB with 64 KiB pages and 2 levels in "C1"
      Then it answers 0, rule spapr.window.made

    @DMA-WINDOW-223
    Scenario: CREATE of a window of a sixteenth of a page
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 4 KiB with 64 KiB pages in "C1"
      Then it answers EINVAL, rule spapr.create.no-table

    @DMA-WINDOW-224
    Scenario: CREATE of a window of a quarter of a page with two levels
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 16 KiB with 64 KiB pages and 2 levels in "C1"
      Then it answers
        | platforms                       | answer | rule                  |
        | two-window bridges on 4.2..4.11 | n/a    | not modelled          |
        | *                               | EINVAL | spapr.create.geometry |

  Rule: A table addresses no more bits than the bridge, however large the window is

    @DMA-WINDOW-225
    Scenario Outline: CREATE of a window of a large part of the address space: <case>
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of <size> with 64 KiB pages in "C1"
      Then it answers
        | platforms                        | answer | rule                   |
        | two-window bridges on 4.2..4.11  | EINVAL | spapr.create.ram-bound |
        | two-window bridges on 4.12..4.18 | EINVAL | spapr.create.ram-bound |
        | *                                | EINVAL | spapr.create.geometry  |

      Examples:
        | case    | size  |
        | 2-to-60 | 1 EiB |
        | 2-to-63 | 8 EiB |
