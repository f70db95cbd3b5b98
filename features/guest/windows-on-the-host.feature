Feature: What the DMA windows of a guest become on the host

  Rule: A refusal by the host does not reach the guest, but may end QEMU

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one

    @GUEST-057
    Scenario: Two guest windows at one address: the lower-numbered one is hidden
      Given memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has called ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 30 |
      And the guest of "V1" has called ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 12 |
        | window_shift | 30 |
      Then it answers 0, rule guest.ddw.created
      And it reports
        | liobn      | bus_address       |
        | 0x80000000 | 0x800000000000000 |
      And it makes no call
      When the guest of "V1" puts TCE 0x1000003 at 0x800000000000000 of 0x80000000
      Then it answers H_SUCCESS
      And it makes no call
      When the guest of "V1" puts TCE 0x1000003 at 0x800000000000000 of 0x80000001
      Then it answers H_SUCCESS
      And it calls
        | call               | on | iova              | size    | answer |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x800000000000000 | 0x10000 | 0      |

    @GUEST-058
    Scenario: A window of more than 2^32 pages is refused once, and then ends QEMU
      Given memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 12 |
        | window_shift | 44 |
      Then it answers -1, rule guest.ddw.empty-table
      And it makes no call
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 12 |
        | window_shift | 44 |
      Then it answers aborted, rule guest.ddw.stuck
      And its calls of open are
        | call |
        | -    |
      When the guest of "V1" calls ibm,query-pe-dma-window with
        | phb  | 0 |
        | nret | 5 |
      Then it answers gone, rule program.gone
      And it makes no call

    @GUEST-059
    Scenario: Each retry of a window that the host refuses is a call, until QEMU ends
      Given the process may lock 280 MiB
      And memory "B1" of 256 MiB
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms  | answer  | rule                       |
        | partitions | exited  | qemu.container.not-enabled |
        | *          | running | qemu.start.running         |
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 12 |
        | window_shift | 34 |
      Then it answers
        | platforms  | answer  | rule              |
        | partitions | gone    | program.gone      |
        | *          | aborted | qemu.window.abort |
      And its calls of VFIO_IOMMU_SPAPR_TCE_CREATE are
        | platforms  | call                        | on | levels | answer |
        | partitions | -                           | -  | -      | -      |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | 2      | ENOMEM |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | 3      | ENOMEM |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | 4      | ENOMEM |

  Rule: QEMU chooses the page size and levels of a host window, depending on its version

    @GUEST-060
    Scenario Outline: Levels that <program> chooses for a window of 64 GiB with 64 KiB pages
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And <program> runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 36 |
      Then it answers
        | platforms  | answer   |
        | partitions | <other>  |
        | *          | <answer> |
      And its calls of VFIO_IOMMU_SPAPR_TCE_CREATE are
        | platforms  | call                        | page_shift | levels   | answer |
        | partitions | -                           | -          | -        | -      |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | <page>     | <levels> | 0      |

      Examples:
        | case  | program   | page | levels | answer | other   |
        | v2-12 | qemu-2.12 | 16   | 2      | 0      | aborted |
        | v3-1  | qemu-3.1  | 12   | 3      | 0      | aborted |
        | v4-0  | qemu-4.0  | 12   | 2      | 0      | aborted |
        | v7-2  | qemu-7.2  | 12   | 2      | 0      | aborted |
        | v10-1 | qemu-10.1 | 12   | 2      | 0      | aborted |

    @GUEST-061
    Scenario: A window of 1 MiB in QEMU 10.1, where the host supports one level
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      And qemu-10.1 runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 12 |
        | window_shift | 20 |
      Then it answers
        | platforms        | answer  | rule              |
        | POWER without v2 | aborted | qemu.window.abort |
        | x86              | n/a     | not modelled      |
        | *                | 0       | guest.ddw.created |
      And its calls of VFIO_IOMMU_SPAPR_TCE_CREATE are
        | platforms             | call                        | levels | answer |
        | partitions since 6.11 | VFIO_IOMMU_SPAPR_TCE_CREATE | 0      | 0      |
        | POWER without v2      | -                           | -      | -      |
        | *                     | VFIO_IOMMU_SPAPR_TCE_CREATE | 1      | 0      |

    @GUEST-062
    Scenario Outline: Host pages that QEMU chooses for guest pages of 16 MiB: <case>
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of <memory>
      And <program> runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 24 |
        | window_shift | 30 |
      Then it answers
        | platforms  | answer  | rule              |
        | partitions | aborted | qemu.window.abort |
        | *          | 0       | guest.ddw.created |
      And its calls of VFIO_IOMMU_SPAPR_TCE_CREATE are
        | platforms  | call                        | page_shift | levels   | answer |
        | partitions | -                           | -          | -        | -      |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | <page>     | <levels> | 0      |

      Examples:
        | case         | program  | memory                 | page | levels |
        | small-memory | qemu-7.2 | 256 MiB                | 12   | 2      |
        | huge-memory  | qemu-7.2 | 256 MiB in pages of 2m | 21   | 1      |

    @GUEST-063
    Scenario: QEMU 3.0 chooses three levels for a window of 1 TiB with 64 KiB pages
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-3.0 runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 40 |
      Then it answers
        | platforms  | answer  |
        | partitions | aborted |
        | *          | 0       |
      And its calls of VFIO_IOMMU_SPAPR_TCE_CREATE are
        | platforms  | call                        | page_shift | levels | answer |
        | partitions | -                           | -          | -      | -      |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | 16         | 3      | 0      |
