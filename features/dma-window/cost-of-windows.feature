Feature: The locked memory that windows cost

  Rule: The table of a window counts as locked memory until the window is removed

    @DMA-WINDOW-060
    Scenario: Locked memory for a window of two levels
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 2 GiB with 4 KiB pages and 2 levels in "C1"
      Then it answers 0
      And locked memory is
        | platforms                        | pages |
        | two-window bridges on 4.2..4.11  | 129   |
        | two-window bridges on 4.12..4.18 | 65    |
        | two-window bridges with 4k       | 2052  |
        | *                                | 130   |

    @DMA-WINDOW-061
    Scenario: A window that exceeds the limit of locked memory
      Given a bridge whose tables the kernel makes
      And the process may lock 8 MiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      And "C1" has a window of 1 GiB with 4 KiB pages
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 2 GiB with 4 KiB pages in "C1"
      Then it answers
        | platforms                        | answer | rule                 |
        | two-window bridges on 4.12..4.18 | 0      | spapr.window.made    |
        | *                                | ENOMEM | spapr.create.memlock |
      And locked memory is
        | platforms                        | pages |
        | two-window bridges on 4.12..4.18 | 6 MiB |
        | *                                | 4 MiB |

    @DMA-WINDOW-062
    Scenario: A window that reaches the limit of locked memory exactly
      Given the process may lock 8 MiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 2 GiB with 4 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made

    @DMA-WINDOW-063
    Scenario: A window that cannot be created keeps its locked memory since 4.10
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 4 KiB pages and 5 levels in "C1"
      Then it answers
        | platforms                       | answer | rule                  |
        | two-window bridges on 4.2..4.11 | 0      | spapr.window.made     |
        | *                               | EINVAL | spapr.create.geometry |
      And locked memory is
        | platforms                        | pages |
        | two-window bridges on 4.2..4.11  | 68    |
        | two-window bridges on 4.12..4.18 | 36    |
        | two-window bridges with 4k       | 1032  |
        | *                                | 72    |

    @DMA-WINDOW-064
    Scenario: A window that is removed gives back its locked memory
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      And "C1" has a window of 1 GiB with 64 KiB pages
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x0 from "C1"
      Then it answers 0, rule spapr.remove.removed
      And locked memory is
        | pages |
        | 0     |
