Feature: Hypercalls that read and write TCEs

  Rule: A hypercall names a TCE table of the guest by a 32-bit LIOBN

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB

    @GUEST-001
    Scenario Outline: H_PUT_TCE to a table that does not exist: <case>
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" puts TCE 0x1000003 at 0x0 of <liobn>
      Then it answers H_PARAMETER, rule <rule>
      And it makes no call

      Examples:
        | case             | liobn       | rule            |
        | no-such-window   | 0x80000005  | guest.tce.liobn |
        | no-such-bridge   | 0x80001200  | guest.tce.liobn |
        | not-of-pci       | 0x71000000  | guest.tce.liobn |
        | bit-32-is-set    | 0x180000000 | guest.tce.liobn |
        | window-not-there | 0x80000001  | guest.tce.range |

    @GUEST-002
    Scenario Outline: H_PUT_TCE to a LIOBN with bit 32 set, in <program>
      Given <program> runs as "V1" with memory "B1" and devices D.0 on bridge 1
      When the guest of "V1" puts TCE 0x1000003 at 0x0 of 0x180000100
      Then it answers <answer>, rule <rule>
      And its calls of VFIO_IOMMU_MAP_DMA are
        | call   | on   | iova   |
        | <call> | <on> | <iova> |

      Examples:
        | case | program  | answer      | rule              | call               | on | iova |
        | v2-3 | qemu-2.3 | H_SUCCESS   | guest.tce.written | VFIO_IOMMU_MAP_DMA | C3 | 0x0  |
        | v2-4 | qemu-2.4 | H_PARAMETER | guest.tce.liobn   | -                  | -  | -    |
        | v7-2 | qemu-7.2 | H_PARAMETER | guest.tce.liobn   | -                  | -  | -    |

    @GUEST-003
    Scenario: Each guest bridge has its own table, even without devices
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" puts TCE 0x1000003 at 0x0 of 0x80000100
      Then it answers H_SUCCESS, rule guest.tce.written
      And it makes no call
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x0        |
      Then it answers H_SUCCESS, rule guest.tce.got
      And it reports
        | tce |
        | 0x0 |

  Rule: A bus address selects the entry of its page, in its own table only

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0

    @GUEST-004
    Scenario Outline: H_PUT_TCE at <case>
      When the guest of "V1" puts TCE 0x1007003 at <ioba> of 0x80000000
      Then it answers H_SUCCESS, rule guest.tce.written
      And it calls
        | call               | on | iova   | size   | flags | vaddr        | answer |
        | VFIO_IOMMU_MAP_DMA | C1 | <iova> | 0x1000 | 0x3   | B1+0x1007000 | 0      |

      Examples:
        | case             | ioba       | iova       |
        | the-first-page   | 0x0        | 0x0        |
        | an-offset        | 0x1800     | 0x1000     |
        | the-last-address | 0x3fffffff | 0x3ffff000 |

    @GUEST-005
    Scenario Outline: H_PUT_TCE outside the window: <case>
      When the guest of "V1" puts TCE 0x1007003 at <ioba> of 0x80000000
      Then it answers H_PARAMETER, rule guest.tce.range
      And it makes no call

      Examples:
        | case              | ioba               |
        | just-behind-it    | 0x40000000         |
        | of-another-window | 0x800000000000000  |
        | the-highest-one   | 0xfffffffffffff000 |

  Rule: The lower two bits of a TCE say whether a device may read and write

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0

    @GUEST-006
    Scenario Outline: H_PUT_TCE with permissions: <case>
      When the guest of "V1" puts TCE <tce> at 0x2000 of 0x80000000
      Then it answers H_SUCCESS, rule guest.tce.written
      And it calls
        | call               | on | iova   | flags   | answer |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x2000 | <flags> | 0      |

      Examples:
        | case             | tce       | flags |
        | reading          | 0x1000001 | 0x1   |
        | writing          | 0x1000002 | 0x3   |
        | both             | 0x1000003 | 0x3   |
        | with-other-flags | 0x1000ff3 | 0x3   |

    @GUEST-007
    Scenario: H_PUT_TCE without permissions unmaps, and H_GET_TCE returns its value
      Given the guest of "V1" has put TCE 0x1000003 at 0x5000 of 0x80000000
      When the guest of "V1" puts TCE 0x1000 at 0x5000 of 0x80000000
      Then it answers H_SUCCESS, rule guest.tce.written
      And it calls
        | call                 | on | iova   | size   | answer |
        | VFIO_IOMMU_UNMAP_DMA | C1 | 0x5000 | 0x1000 | 0      |
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x5000     |
      Then it answers H_SUCCESS, rule guest.tce.got
      And it reports
        | tce    |
        | 0x1000 |

    @GUEST-008
    Scenario: H_PUT_TCE that clears an empty entry still asks the host to unmap
      When the guest of "V1" puts TCE 0x0 at 0x2000 of 0x80000000
      Then it answers H_SUCCESS, rule guest.tce.written
      And it calls
        | call                 | on | iova   | size   | answer |
        | VFIO_IOMMU_UNMAP_DMA | C1 | 0x2000 | 0x1000 | 0      |

  Rule: H_GET_TCE reads the guest's table without a VFIO call

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0

    @GUEST-010
    Scenario: H_GET_TCE reads an entry by any address of its page
      Given the guest of "V1" has put TCE 0x1006003 at 0x1800 of 0x80000000
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x1fff     |
      Then it answers H_SUCCESS, rule guest.tce.got
      And it reports
        | tce       |
        | 0x1006003 |
      And it makes no call

    @GUEST-011
    Scenario Outline: H_GET_TCE of an entry that does not exist: <case>
      When the guest of "V1" calls H_GET_TCE with
        | liobn | <liobn> |
        | ioba  | <ioba>  |
      Then it answers H_PARAMETER, rule <rule>
      And it reports
        | tce |
        | -   |

      Examples:
        | case            | liobn       | ioba       | rule            |
        | unknown-table   | 0x80001200  | 0x0        | guest.tce.liobn |
        | bit-32-is-set   | 0x180000000 | 0x0        | guest.tce.liobn |
        | behind-a-window | 0x80000000  | 0x40000000 | guest.tce.range |
        | no-window       | 0x80000001  | 0x0        | guest.tce.range |
