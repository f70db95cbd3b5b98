Feature: Host refusals that a guest never sees

  Rule: The guest is told that an entry was written, even where the host refuses to map it

    Background:
      Given one platform for each answer that programs get

    @GUEST-080
    Scenario Outline: The guest maps an address that is not memory: <case>
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" puts TCE <tce> at 0x9000 of 0x80000000
      Then it answers H_SUCCESS, rule guest.tce.written
      And it makes no call
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x9000     |
      Then it reports
        | tce   |
        | <tce> |

      Examples:
        | case             | tce                |
        | just-behind-it   | 0x10000003         |
        | far-behind-it    | 0x20000003         |
        | the-highest-page | 0xfffffffffffff003 |

    @GUEST-085
    Scenario Outline: The guest clears an entry whose address is <case>
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And <program> runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When the guest of "V1" puts TCE <tce> at 0x0 of 0x80000000
      Then it answers H_SUCCESS, rule guest.tce.written
      And its calls of VFIO_IOMMU_UNMAP_DMA are
        | call   | on   | iova   | answer |
        | <call> | <on> | <iova> | <is>   |

      Examples:
        | case                      | program  | tce        | call                 | on | iova | is |
        | 0-in-2-6                  | qemu-2.6 | 0x0        | VFIO_IOMMU_UNMAP_DMA | C1 | 0x0  | 0  |
        | the-last-page-in-2-6      | qemu-2.6 | 0xffff000  | VFIO_IOMMU_UNMAP_DMA | C1 | 0x0  | 0  |
        | just-behind-memory-in-2-6 | qemu-2.6 | 0x10000000 | -                    | -  | -    | -  |
        | just-behind-memory-in-7-2 | qemu-7.2 | 0x10000000 | VFIO_IOMMU_UNMAP_DMA | C1 | 0x0  | 0  |

    @GUEST-081
    Scenario: When the guest overwrites an entry, QEMU unmaps it if MAP answers EBUSY
      Given memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And containers "C1" are those of "V1"
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When the guest of "V1" puts TCE 0x1005003 at 0x0 of 0x80000000
      Then it answers
        | platforms               | answer    | rule              |
        | partitions on 6.4..6.10 | n/a       | not modelled      |
        | x86                     | n/a       | not modelled      |
        | *                       | H_SUCCESS | guest.tce.written |
      And it calls
        | platforms        | call                 | on | iova | answer |
        | ioda1 before 4.2 | VFIO_IOMMU_MAP_DMA   | C1 | 0x0  | EBUSY  |
        | ioda1 before 4.2 | VFIO_IOMMU_UNMAP_DMA | C1 | 0x0  | 0      |
        | ioda1 before 4.2 | VFIO_IOMMU_MAP_DMA   | C1 | 0x0  | 0      |
        | *                | VFIO_IOMMU_MAP_DMA   | C1 | 0x0  | 0      |
      And the mappings of "C1" are
        | iova | memory       |
        | 0x0  | B1+0x1005000 |

    @GUEST-082
    Scenario: QEMU 3.0 maps 64 KiB guest pages over memory of 4 KiB pages
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-3.0 runs as "V1" with memory "B1" and devices D.0
      And containers "C1" are those of "V1"
      And the guest of "V1" has called ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 30 |
      When the guest of "V1" puts TCE 0x1000003 at 0x800000000000000 of 0x80000001
      Then it answers H_SUCCESS, rule guest.tce.written
      And it calls
        | call               | on | size    | answer |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x10000 | EINVAL |
      And nothing is mapped in "C1"

    @GUEST-083
    Scenario: The first TCE in a v1 container needs a table that may not be locked
      Given of these, a host that makes windows and a partition that has one
      And the process may lock 2053 MiB
      And memory "B1" of 256 MiB
      And qemu-2.6 runs as "V1" with memory "B1" and devices D.0
      And containers "C1" are those of "V1"
      When the guest of "V1" puts TCE 0x1000003 at 0x0 of 0x80000000
      Then it answers H_SUCCESS, rule guest.tce.written
      And it calls
        | platforms  | call               | on | answer |
        | partitions | VFIO_IOMMU_MAP_DMA | C1 | 0      |
        | *          | VFIO_IOMMU_MAP_DMA | C1 | ENOMEM |
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x0        |
      Then it reports
        | tce       |
        | 0x1000003 |

    @GUEST-084
    Scenario: Each entry of a list goes to both containers, the newest first
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0 and E.0
      When the guest of "V1" calls H_STUFF_TCE with
        | liobn  | 0x80000000 |
        | ioba   | 0x0        |
        | tce    | 0x1000003  |
        | npages | 2          |
      Then it answers H_SUCCESS, rule guest.tce.written
      And it calls
        | platforms          | call               | on | iova   | answer |
        | two-window bridges | VFIO_IOMMU_MAP_DMA | C1 | 0x0    | 0      |
        | two-window bridges | VFIO_IOMMU_MAP_DMA | C1 | 0x1000 | 0      |
        | *                  | VFIO_IOMMU_MAP_DMA | C2 | 0x0    | 0      |
        | *                  | VFIO_IOMMU_MAP_DMA | C1 | 0x0    | 0      |
        | *                  | VFIO_IOMMU_MAP_DMA | C2 | 0x1000 | 0      |
        | *                  | VFIO_IOMMU_MAP_DMA | C1 | 0x1000 | 0      |
      When the guest of "V1" calls H_STUFF_TCE with
        | liobn  | 0x80000000 |
        | ioba   | 0x0        |
        | tce    | 0x0        |
        | npages | 1          |
      Then it answers H_SUCCESS
      And it calls
        | platforms          | call                 | on | iova | answer |
        | two-window bridges | VFIO_IOMMU_UNMAP_DMA | C1 | 0x0  | 0      |
        | *                  | VFIO_IOMMU_UNMAP_DMA | C2 | 0x0  | 0      |
        | *                  | VFIO_IOMMU_UNMAP_DMA | C1 | 0x0  | 0      |
