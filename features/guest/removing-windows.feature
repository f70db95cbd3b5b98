Feature: RTAS calls that remove DMA windows

  Rule: Removing a window unmaps its entries

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0

    @GUEST-050
    Scenario: The guest removes a default window that has an entry
      Given the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When the guest of "V1" calls ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      Then it answers 0, rule guest.ddw.removed
      And it calls
        | platforms  | call                        | on | iova | size       | start_addr | answer |
        | partitions | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x0  | 0x40000000 | -          | 0      |
        | *          | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x0  | 0x40000000 | -          | 0      |
        | *          | VFIO_IOMMU_SPAPR_TCE_REMOVE | C1 | -    | -          | 0x0        | 0      |
      When the guest of "V1" calls ibm,query-pe-dma-window with
        | phb  | 0 |
        | nret | 5 |
      Then it reports
        | windows_available |
        | 2                 |
      When the guest of "V1" puts TCE 0x1000003 at 0x0 of 0x80000000
      Then it answers H_PARAMETER
      And it makes no call

    @GUEST-051
    Scenario Outline: The guest removes a window that does not exist: <case>
      When the guest of "V1" calls ibm,remove-pe-dma-window with
        | liobn | <liobn> |
      Then it answers -3, rule guest.ddw.no-window
      And it makes no call

      Examples:
        | case                 | liobn      |
        | not-created          | 0x80000001 |
        | more-than-two        | 0x80000005 |
        | of-an-unknown-bridge | 0x80001200 |

    @GUEST-052
    Scenario: The guest removes a window twice
      Given the guest of "V1" has called ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      When the guest of "V1" calls ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      Then it answers -3, rule guest.ddw.no-window
      And it makes no call

  Rule: Since 7.1 removing the last window restores the default one, unless it was the default one

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB

    @GUEST-053
    Scenario Outline: The guest removes its first window, then its second, in <program>
      Given <program> runs as "V1" with memory "B1" and no device
      And the guest of "V1" has called ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 30 |
      And the guest of "V1" has called ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      When the guest of "V1" calls ibm,remove-pe-dma-window with
        | liobn | 0x80000001 |
      Then it answers 0, rule <rule>
      When the guest of "V1" puts TCE 0x1000003 at 0x0 of 0x80000000
      Then it answers <answer>

      Examples:
        | case  | program   | rule               | answer      |
        | v2-7  | qemu-2.7  | guest.ddw.removed  | H_PARAMETER |
        | v7-0  | qemu-7.0  | guest.ddw.removed  | H_PARAMETER |
        | v7-1  | qemu-7.1  | guest.ddw.restored | H_SUCCESS   |
        | v7-2  | qemu-7.2  | guest.ddw.restored | H_SUCCESS   |
        | v10-1 | qemu-10.1 | guest.ddw.restored | H_SUCCESS   |

    @GUEST-054
    Scenario: The host creates the default window again when the guest removes the last one
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has called ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 30 |
      And the guest of "V1" has called ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      When the guest of "V1" calls ibm,remove-pe-dma-window with
        | liobn | 0x80000001 |
      Then it answers 0, rule guest.ddw.restored
      And it calls
        | call                        | on | iova              | window_size | start_addr        | answer |
        | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x800000000000000 | -           | -                 | 0      |
        | VFIO_IOMMU_SPAPR_TCE_REMOVE | C1 | -                 | -           | 0x800000000000000 | 0      |
        | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | -                 | 0x40000000  | -                 | 0      |

    @GUEST-055
    Scenario: A window created in place of the default one counts as the default one
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has called ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      And the guest of "V1" has called ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 30 |
      When the guest of "V1" calls ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      Then it answers 0, rule guest.ddw.removed
      When the guest of "V1" calls ibm,query-pe-dma-window with
        | phb  | 0 |
        | nret | 5 |
      Then it reports
        | windows_available |
        | 2                 |

  Rule: A reset leaves only the default window, empty

    @GUEST-056
    Scenario: A reset with two windows that have entries
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      And the guest of "V1" has called ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 30 |
      When the guest of "V1" calls ibm,reset-pe-dma-window with
        | phb | 0 |
      Then it answers 0, rule guest.ddw.reset
      And it calls
        | call                        | on | iova              | window_size | start_addr        | answer |
        | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x0               | -           | -                 | 0      |
        | VFIO_IOMMU_SPAPR_TCE_REMOVE | C1 | -                 | -           | 0x0               | 0      |
        | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x800000000000000 | -           | -                 | 0      |
        | VFIO_IOMMU_SPAPR_TCE_REMOVE | C1 | -                 | -           | 0x800000000000000 | 0      |
        | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | -                 | 0x40000000  | -                 | 0      |
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x0        |
      Then it reports
        | tce |
        | 0x0 |
