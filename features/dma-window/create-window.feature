Feature: Creating windows

  Rule: A new window takes the lowest free slot, and the slot decides where it starts

    @DMA-WINDOW-040
    Scenario: The first window that is created is the second of the container
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in "C1"
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.create.page-size |
        | *                               | 0      | spapr.window.made      |
      And it reports
        | platforms                       | start_addr        |
        | one-window bridges on 4.2..4.11 | -                 |
        | *                               | 0x800000000000000 |

    @DMA-WINDOW-041
    Scenario: A window created in place of the default one starts at 0
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made
      And the windows of "C1" are
        | window | start | size       | page    | levels |
        | 0      | 0x0   | 0x40000000 | 0x10000 | 1      |

    @DMA-WINDOW-042
    Scenario: Two windows created in place of the default one
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      And "C1" has a window of 1 GiB with 4 KiB pages
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 2 GiB with 64 KiB pages and 2 levels in "C1"
      Then it answers 0, rule spapr.window.made
      And the windows of "C1" are
        | window | start             | size       | page    | levels |
        | 0      | 0x0               | 0x40000000 | 0x1000  | 1      |
        | 1      | 0x800000000000000 | 0x80000000 | 0x10000 | 2      |

    @DMA-WINDOW-043
    Scenario: A third window is refused
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And "C1" has a window of 1 GiB with 64 KiB pages
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in "C1"
      Then it answers ENOSPC, rule spapr.create.no-slot
      And nothing changed

    @DMA-WINDOW-044
    Scenario: A full container is noticed before an invalid page size
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And "C1" has a window of 1 GiB with 64 KiB pages
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 8 KiB pages in "C1"
      Then it answers ENOSPC, rule spapr.create.no-slot
      And nothing changed

    @DMA-WINDOW-045
    Scenario: The slot of a removed window is used again
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And "C1" has a window of 1 GiB with 64 KiB pages
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 512 MiB with 4 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made
      And the windows of "C1" are
        | window | start             | size       | page    | levels |
        | 0      | 0x0               | 0x20000000 | 0x1000  | 1      |
        | 1      | 0x800000000000000 | 0x40000000 | 0x10000 | 1      |

  Rule: Page size, size and levels must be what the bridge supports

    @DMA-WINDOW-050
    Scenario Outline: CREATE with another page size: <case>
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 2 GiB with <page> pages in "C1"
      Then it answers
        | platforms          | answer   |
        | ioda2 on 4.2..4.17 | <old>    |
        | ioda2 on 4.18..    | <power8> |
        | phb4 on 4.11..4.17 | <early9> |
        | *                  | <power9> |

      Examples:
        | case | page    | old    | power8 | power9 | early9 |
        | 4k   | 4 KiB   | 0      | 0      | 0      | 0      |
        | 8k   | 8 KiB   | EINVAL | EINVAL | EINVAL | EINVAL |
        | 64k  | 64 KiB  | 0      | 0      | 0      | 0      |
        | 2m   | 2 MiB   | EINVAL | EINVAL | 0      | EINVAL |
        | 16m  | 16 MiB  | 0      | 0      | EINVAL | EPERM  |
        | 256m | 256 MiB | EINVAL | 0      | EINVAL | EINVAL |
        | 1g   | 1 GiB   | EINVAL | EINVAL | 0      | EINVAL |

    @DMA-WINDOW-057
    Scenario: A window of few pages is larger than requested
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 MiB with 64 KiB pages in "C1"
      Then it answers 0, rule spapr.window.made
      And the windows of "C1" are
        | platforms                  | window | start | size       | page    | levels |
        | two-window bridges with 4k | 0      | 0x0   | 0x2000000  | 0x10000 | 1      |
        | *                          | 0      | 0x0   | 0x20000000 | 0x10000 | 1      |

    @DMA-WINDOW-051
    Scenario Outline: CREATE with another number of levels: <case>
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages and <levels> levels in "C1"
      Then it answers
        | platforms                        | answer   |
        | two-window bridges on 4.2..4.11  | <old>    |
        | two-window bridges on 4.12..4.18 | <bits60> |
        | two-window bridges with 4k       | <new>    |
        | *                                | <new64>  |

      Examples:
        | case  | levels | old    | new    | new64  | bits60 |
        | none  | 0      | EINVAL | EINVAL | EINVAL | EINVAL |
        | two   | 2      | 0      | 0      | 0      | 0      |
        | three | 3      | 0      | 0      | EINVAL | 0      |
        | four  | 4      | 0      | 0      | EINVAL | EINVAL |
        | five  | 5      | 0      | EINVAL | EINVAL | EINVAL |
        | six   | 6      | EINVAL | EINVAL | EINVAL | EINVAL |

    @DMA-WINDOW-052
    Scenario Outline: CREATE with a size that is not a power of two: <case>
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | page_shift  | 12     |
        | window_size | <size> |
        | levels      | 1      |
      Then it answers EINVAL, rule spapr.create.power-of-two
      And nothing changed

      Examples:
        | case         | size       |
        | three-pages  | 0x3000     |
        | one-too-many | 0x40000001 |

    @DMA-WINDOW-053
    Scenario: CREATE of a window larger than the memory of the machine
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 64 GiB with 64 KiB pages in "C1"
      Then it answers
        | platforms                        | answer | rule                   |
        | two-window bridges on 4.2..4.11  | EINVAL | spapr.create.ram-bound |
        | two-window bridges on 4.12..4.18 | EINVAL | spapr.create.ram-bound |
        | *                                | 0      | spapr.window.made      |

    @DMA-WINDOW-054
    Scenario: CREATE of a table that does not fit into one block of memory
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 64 GiB with 4 KiB pages in "C1"
      Then it answers
        | platforms                        | answer | rule                   |
        | two-window bridges on 4.2..4.11  | EINVAL | spapr.create.ram-bound |
        | two-window bridges on 4.12..4.18 | EINVAL | spapr.create.ram-bound |
        | *                                | ENOMEM | spapr.create.no-memory |
      And "C1" has no window

    @DMA-WINDOW-055
    Scenario: More levels let a large table fit into smaller blocks
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 64 GiB with 4 KiB pages and 2 levels in "C1"
      Then it answers
        | platforms                        | answer | rule                     |
        | two-window bridges on 4.2..4.11  | EINVAL | spapr.create.ram-bound   |
        | two-window bridges on 4.12..4.18 | EINVAL | spapr.create.ram-bound   |
        | partitions since 6.11            | EINVAL | spapr.partition.geometry |
        | *                                | 0      | spapr.window.made        |

    @DMA-WINDOW-056
    Scenario Outline: CREATE with a short struct or unknown flags: <case>
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | argsz       | <argsz>    |
        | flags       | <flags>    |
        | page_shift  | 12         |
        | window_size | 0x40000000 |
        | levels      | 1          |
      Then it answers EINVAL, rule <rule>

      Examples:
        | case      | argsz | flags | rule               |
        | too-short | 39    | 0x0   | spapr.create.argsz |
        | flags     | 40    | 0x1   | spapr.create.flags |

  Rule: v1 has only the default window

    @DMA-WINDOW-065
    Scenario: CREATE in a v1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 4 KiB pages in "C1"
      Then it answers ENOTTY, rule spapr.not-in-v1
      And nothing changed

    @DMA-WINDOW-066
    Scenario: REMOVE in a v1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x0 from "C1"
      Then it answers ENOTTY, rule spapr.not-in-v1
      And nothing changed
