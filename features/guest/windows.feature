Feature: RTAS calls of dynamic DMA windows

  Rule: A query tells what windows the machine offers, whatever the host can

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB

    @GUEST-040
    Scenario Outline: the largest window and the page sizes that <program> offers
      Given <program> runs as "V1" with memory "B1" and no device
      When the guest of "V1" calls ibm,query-pe-dma-window with
        | phb  | 0 |
        | nret | 5 |
      Then it answers 0, rule guest.ddw.queried
      And it reports
        | windows_available | largest_block | page_sizes | migration_capable |
        | 1                 | <largest>     | <pages>    | 0x0               |
      And it makes no call

      Examples:
        | case  | program   | largest    | pages |
        | v2-7  | qemu-2.7  | 0x10000    | 0x3   |
        | v2-12 | qemu-2.12 | 0x10000    | 0x3   |
        | v4-0  | qemu-4.0  | 0x80000000 | 0x3   |
        | v4-2  | qemu-4.2  | 0x80000000 | 0x7   |
        | v7-0  | qemu-7.0  | 0x80000000 | 0x7   |
        | v7-1  | qemu-7.1  | 0x80000000 | 0x107 |
        | v7-2  | qemu-7.2  | 0x80000000 | 0x107 |
        | v8-2  | qemu-8.2  | 0x80000000 | 0x107 |
        | v10-1 | qemu-10.1 | 0x80000000 | 0x107 |

    @GUEST-041
    Scenario Outline: a query with six outputs, to <program>
      Given <program> runs as "V1" with memory "B1" and no device
      When the guest of "V1" calls ibm,query-pe-dma-window with
        | phb  | 0 |
        | nret | 6 |
      Then it answers <answer>, rule <rule>
      And it reports
        | largest_block |
        | <largest>     |

      Examples:
        | case  | program   | answer | rule              | largest      |
        | v2-7  | qemu-2.7  | -3     | guest.ddw.buid    | -            |
        | v7-0  | qemu-7.0  | -3     | guest.ddw.buid    | -            |
        | v7-1  | qemu-7.1  | 0      | guest.ddw.queried | 0x2000000000 |
        | v7-2  | qemu-7.2  | 0      | guest.ddw.queried | 0x2000000000 |
        | v10-1 | qemu-10.1 | 0      | guest.ddw.queried | 0x2000000000 |

    @GUEST-042
    Scenario: a query with four outputs
      Given qemu-7.2 runs as "V1" with memory "B1" and no device
      When the guest of "V1" calls ibm,query-pe-dma-window with
        | phb  | 0 |
        | nret | 4 |
      Then it answers -3, rule guest.ddw.buid

  Rule: A call of windows names a bridge of the guest

    @GUEST-043
    Scenario Outline: a bridge that is not there: <case>
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" calls <call> with
        | phb     | 7       |
        | <field> | <value> |
        | <more>  | <is>    |
      Then it answers -3, rule guest.ddw.buid
      And it makes no call

      Examples:
        | case   | call                     | field      | value | more         | is |
        | query  | ibm,query-pe-dma-window  | nret       | 5     | nret         | 5  |
        | create | ibm,create-pe-dma-window | page_shift | 16    | window_shift | 30 |
        | reset  | ibm,reset-pe-dma-window  | phb        | 7     | phb          | 7  |

  Rule: A window is created with pages that the machine offers, and with at least one

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB

    @GUEST-044
    Scenario Outline: a window that is refused: <case>
      Given <program> runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0        |
        | page_shift   | <page>   |
        | window_shift | <window> |
      Then it answers -3, rule <rule>
      And it makes no call

      Examples:
        | case                    | program   | page | window | rule                  |
        | pages-of-8-kib          | qemu-7.2  | 13   | 30     | guest.ddw.page-size   |
        | pages-of-16-gib         | qemu-7.2  | 34   | 40     | guest.ddw.page-size   |
        | pages-of-2-mib-in-4-1   | qemu-4.1  | 21   | 31     | guest.ddw.page-size   |
        | pages-of-16-mib-in-4-1  | qemu-4.1  | 24   | 34     | guest.ddw.page-size   |
        | pages-of-16-mib-in-2-12 | qemu-2.12 | 24   | 34     | guest.ddw.page-size   |
        | less-than-a-page        | qemu-7.2  | 16   | 15     | guest.ddw.window-size |
        | less-than-a-small-page  | qemu-7.2  | 12   | 11     | guest.ddw.window-size |

    @GUEST-045
    Scenario Outline: a window of 1 GiB with pages of <case>
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0      |
        | page_shift   | <page> |
        | window_shift | 30     |
      Then it answers
        | platforms  | answer  | rule              |
        | partitions | aborted | qemu.window.abort |
        | *          | 0       | guest.ddw.created |
      And it reports
        | platforms  | liobn      | bus_address       |
        | partitions | -          | -                 |
        | *          | 0x80000001 | 0x800000000000000 |
      And its calls of VFIO_IOMMU_SPAPR_TCE_CREATE are
        | platforms  | call                        | on | window_size | page_shift | levels | answer |
        | partitions | -                           | -  | -           | -          | -      | -      |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | 0x40000000  | 12         | 2      | 0      |

      Examples:
        | case   | page |
        | 4-kib  | 12   |
        | 64-kib | 16   |
        | 2-mib  | 21   |
        | 16-mib | 24   |

    @GUEST-046
    Scenario: one page is a window
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 16 |
      Then it answers
        | platforms  | answer  | rule              |
        | partitions | aborted | qemu.window.abort |
        | *          | 0       | guest.ddw.created |
      And its calls of VFIO_IOMMU_SPAPR_TCE_CREATE are
        | platforms  | call                        | on | window_size | page_shift | levels | answer |
        | partitions | -                           | -  | -           | -          | -      | -      |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | 0x10000     | 12         | 1      | 0      |

    @GUEST-047
    Scenario: a third window
      Given qemu-7.2 runs as "V1" with memory "B1" and no device
      And the guest of "V1" has called ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 30 |
      When the guest of "V1" calls ibm,query-pe-dma-window with
        | phb  | 0 |
        | nret | 5 |
      Then it reports
        | windows_available |
        | 0                 |
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 30 |
      Then it answers -1, rule guest.ddw.too-many
      And it makes no call

  Rule: The only window of a bridge begins at 0, a second one at bit 59

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0

    @GUEST-048
    Scenario: entries of a second window
      Given the guest of "V1" has called ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 30 |
      When the guest of "V1" puts TCE 0x1010003 at 0x800000000010000 of 0x80000001
      Then it answers H_SUCCESS, rule guest.tce.written
      And it calls
        | call               | on | iova              | size    | vaddr        | answer |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x800000000010000 | 0x10000 | B1+0x1010000 | 0      |
      When the guest of "V1" puts TCE 0x1010003 at 0x0 of 0x80000001
      Then it answers H_PARAMETER, rule guest.tce.range
      When the guest of "V1" puts TCE 0x1010003 at 0x7ffffffffff0000 of 0x80000001
      Then it answers H_PARAMETER, rule guest.tce.range

    @GUEST-049
    Scenario: where the default window was, another one begins
      Given the guest of "V1" has called ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 30 |
      Then it answers 0, rule guest.ddw.created
      And it reports
        | bus_address |
        | 0x0         |
      When the guest of "V1" puts TCE 0x1000003 at 0x10000 of 0x80000000
      Then it answers H_SUCCESS
      And it calls
        | call               | on | iova    | size    | answer |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x10000 | 0x10000 | 0      |

  Rule: A window that is removed takes its entries along

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0

    @GUEST-050
    Scenario: the default window with an entry
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
    Scenario Outline: no window of this name can be removed: <case>
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
    Scenario: a window is removed once
      Given the guest of "V1" has called ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      When the guest of "V1" calls ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      Then it answers -3, rule guest.ddw.no-window
      And it makes no call

  Rule: Removing the last window brings the default one back, since 7.1 and when it was not the default one

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB

    @GUEST-053
    Scenario Outline: the second window is removed after the first, in <program>
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
    Scenario: the host sees the default window come back
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
    Scenario: what was made in the place of the default window counts as the default one
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

  Rule: A reset leaves the empty default window alone

    @GUEST-056
    Scenario: two windows with entries
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

  Rule: The host is not in the way of the guest, unless it ends the hypervisor

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one

    @GUEST-057
    Scenario: two windows at one address: the one with the lower number is hidden
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
    Scenario: more pages than 32 bits count are refused once, and then end QEMU
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
    Scenario: each try of a window that the host refuses is a call, until it ends QEMU
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

  Rule: Pages and levels of a window on the host are chosen by QEMU, differently by its age

    @GUEST-060
    Scenario Outline: levels for a window of 64 GiB with pages of 64 KiB, in <program>
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
    Scenario: a window of 1 MiB in 10.1, where the host says it has one level
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
    Scenario Outline: pages of the host for pages of 16 MiB: <case>
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
    Scenario: three levels for a window of 1 TiB with pages of 64 KiB, in 3.0
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
