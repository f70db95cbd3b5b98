Feature: Hypercalls that write several TCEs

  Rule: H_STUFF_TCE writes one value into several entries, one by one

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0

    @GUEST-012
    Scenario: H_STUFF_TCE writes three entries
      Given containers "C1" are those of "V1"
      When the guest of "V1" calls H_STUFF_TCE with
        | liobn  | 0x80000000 |
        | ioba   | 0x10000    |
        | tce    | 0x1000003  |
        | npages | 3          |
      Then it answers H_SUCCESS, rule guest.tce.written
      And it calls
        | call               | on | iova    | size   | vaddr        | answer |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x10000 | 0x1000 | B1+0x1000000 | 0      |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x11000 | 0x1000 | B1+0x1000000 | 0      |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x12000 | 0x1000 | B1+0x1000000 | 0      |
      When the guest of "V1" calls H_STUFF_TCE with
        | liobn  | 0x80000000 |
        | ioba   | 0x11000    |
        | tce    | 0x0        |
        | npages | 2          |
      Then it answers H_SUCCESS
      And the mappings of "C1" are
        | iova    | size   |
        | 0x10000 | 0x1000 |

    @GUEST-013
    Scenario Outline: H_STUFF_TCE is refused at once: <case>
      When the guest of "V1" calls H_STUFF_TCE with
        | liobn  | <liobn>  |
        | ioba   | <ioba>   |
        | tce    | 0x0      |
        | npages | <npages> |
      Then it answers H_PARAMETER, rule <rule>
      And it makes no call

      Examples:
        | case                       | liobn      | ioba       | npages | rule            |
        | unknown-table              | 0x80001200 | 0x0        | 1      | guest.tce.liobn |
        | no-entry                   | 0x80000000 | 0x0        | 0      | guest.tce.count |
        | more-than-the-table-has    | 0x80000000 | 0x0        | 262145 | guest.tce.count |
        | behind-the-window          | 0x80000000 | 0x40000000 | 1      | guest.tce.range |
        | one-entry-of-no-window     | 0x80000001 | 0x0        | 1      | guest.tce.count |
        | unknown-table-and-no-entry | 0x80001200 | 0x0        | 0      | guest.tce.liobn |

    @GUEST-014
    Scenario: H_STUFF_TCE past the end of the window writes the entries within it
      When the guest of "V1" calls H_STUFF_TCE with
        | liobn  | 0x80000000 |
        | ioba   | 0x3fffe000 |
        | tce    | 0x1000003  |
        | npages | 3          |
      Then it answers H_PARAMETER, rule guest.tce.partial
      And it calls
        | call               | on | iova       | answer |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x3fffe000 | 0      |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x3ffff000 | 0      |
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x3ffff000 |
      Then it answers H_SUCCESS
      And it reports
        | tce       |
        | 0x1000003 |

  Rule: H_PUT_TCE_INDIRECT takes entries from a list in the guest's memory

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0

    @GUEST-015
    Scenario: H_PUT_TCE_INDIRECT writes three entries, one of them read-only
      When the guest of "V1" calls H_PUT_TCE_INDIRECT with
        | liobn    | 0x80000000                    |
        | ioba     | 0x20800                       |
        | tce_list | 0x2000000                     |
        | npages   | 3                             |
        | tces     | 0x1000003,0x1001003,0x1002001 |
      Then it answers H_SUCCESS, rule guest.tce.written
      And it calls
        | call               | on | iova    | flags | vaddr        | answer |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x20000 | 0x3   | B1+0x1000000 | 0      |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x21000 | 0x3   | B1+0x1001000 | 0      |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x22000 | 0x1   | B1+0x1002000 | 0      |

    @GUEST-016
    Scenario Outline: H_PUT_TCE_INDIRECT is refused at once: <case>
      When the guest of "V1" calls H_PUT_TCE_INDIRECT with
        | liobn    | <liobn>   |
        | ioba     | <ioba>    |
        | tce_list | <list>    |
        | npages   | <npages>  |
        | tces     | 0x1000003 |
      Then it answers H_PARAMETER, rule <rule>
      And it makes no call

      Examples:
        | case              | liobn      | ioba       | list      | npages | rule            |
        | unknown-table     | 0x80001200 | 0x0        | 0x2000000 | 1      | guest.tce.liobn |
        | no-entry          | 0x80000000 | 0x0        | 0x2000000 | 0      | guest.tce.count |
        | more-than-512     | 0x80000000 | 0x0        | 0x2000000 | 513    | guest.tce.count |
        | list-at-an-offset | 0x80000000 | 0x0        | 0x2000008 | 1      | guest.tce.list  |
        | behind-the-window | 0x80000000 | 0x40000000 | 0x2000000 | 1      | guest.tce.range |

    @GUEST-017
    Scenario: H_PUT_TCE_INDIRECT past the end of the window keeps what it wrote
      Given containers "C1" are those of "V1"
      When the guest of "V1" calls H_PUT_TCE_INDIRECT with
        | liobn    | 0x80000000                    |
        | ioba     | 0x3fffe000                    |
        | tce_list | 0x2000000                     |
        | npages   | 3                             |
        | tces     | 0x1003003,0x1004003,0x1005003 |
      Then it answers H_PARAMETER, rule guest.tce.partial
      And it calls
        | call               | on | iova       | vaddr        | answer |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x3fffe000 | B1+0x1003000 | 0      |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x3ffff000 | B1+0x1004000 | 0      |
      And the mappings of "C1" are
        | iova       | size   | memory       |
        | 0x3fffe000 | 0x2000 | B1+0x1003000 |
