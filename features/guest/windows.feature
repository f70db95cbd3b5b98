Feature: RTAS calls of dynamic DMA windows

  Rule: A query reports what windows the machine offers, whatever the host supports

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB

    @GUEST-040
    Scenario Outline: A window query reports the largest window and page sizes of <program>
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
    Scenario Outline: A window query with six outputs, to <program>
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
    Scenario: A window query with four outputs
      Given qemu-7.2 runs as "V1" with memory "B1" and no device
      When the guest of "V1" calls ibm,query-pe-dma-window with
        | phb  | 0 |
        | nret | 4 |
      Then it answers -3, rule guest.ddw.buid

  Rule: A window call names a guest bridge

    @GUEST-043
    Scenario Outline: A window call for a bridge that does not exist: <case>
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

  Rule: A window needs a page size that the machine offers, and at least one page

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB

    @GUEST-044
    Scenario Outline: The guest creates a window that is refused: <case>
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
    Scenario Outline: The guest creates a window of 1 GiB with pages of <case>
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
    Scenario: The guest creates a window of one page
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
    Scenario: The guest creates a third window
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

  Rule: The only window of a guest bridge starts at 0, a second one at 2^59

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0

    @GUEST-048
    Scenario: The guest writes entries of a second window
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
    Scenario: A window that replaces the default one starts at 0
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
