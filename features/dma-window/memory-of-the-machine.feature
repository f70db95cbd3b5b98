Feature: The memory of the machine, and the windows of its devices

  Rule: Up to 4.18 a window can be as large as the memory of the machine, and no larger

    Background:
      Given a host with 64 GiB of memory
      And a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed

    @DMA-WINDOW-240
    Scenario: CREATE of a window as large as the memory
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 64 GiB with 64 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made

    @DMA-WINDOW-241
    Scenario: CREATE of a window twice as large as the memory
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 128 GiB with 64 KiB pages in "C1"
      Then it answers
        | platforms                        | answer | rule                   |
        | two-window bridges on 4.2..4.11  | EINVAL | spapr.create.ram-bound |
        | two-window bridges on 4.12..4.18 | EINVAL | spapr.create.ram-bound |
        | *                                | 0      | spapr.window.made      |

    @DMA-WINDOW-242
    Scenario: The table of such a window does not fit into one block of memory
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 64 GiB with 4 KiB pages in "C1"
      Then it answers ENOMEM, rule spapr.create.no-memory
      And "C1" has no window

    @DMA-WINDOW-243
    Scenario: More levels let that table fit into smaller blocks
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 64 GiB with 4 KiB pages and 2 levels in "C1"
      Then it answers 0, rule spapr.window.made

    @DMA-WINDOW-244
    Scenario: CREATE of the window that a program with addresses from 4 GiB on makes
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 8 GiB with 4 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made

  Rule: The 32-bit window is no larger on a machine with more memory

    @DMA-WINDOW-245
    Scenario: GET_INFO of a v2 container on a machine with 64 GiB
      Given a host with 64 GiB of memory
      And a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO asks "C1"
      Then it answers 0, rule spapr.info.reported
      And it reports
        | platforms | dma32_window_size |
        | p5ioc2    | 0x40000000        |
        | *         | 0x80000000        |
      And nothing changed
