Feature: What a Type1 container reports

  Rule: Page sizes are always reported, the rest only where the struct has room for all of it

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2

    @TYPE1-015
    Scenario: Type1 GET_INFO with room for the page sizes only
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 16 |
      Then it answers 0, rule type1.info.reported
      And it reports
        | platforms      | flags | iova_pgsizes       | argsz |
        | x86 before 6.1 | 0x3   | 0xfffffffffffff000 | 116   |
        | x86 since 6.12 | 0x3   | 0x40201000         | 120   |
        | *              | 0x3   | 0x40201000         | 116   |

    @TYPE1-016
    Scenario: Type1 GET_INFO with room for the offset of capabilities
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 24 |
      Then it answers 0, rule type1.info.reported
      And it reports
        | platforms      | cap_offset | argsz |
        | x86 since 6.12 | 0          | 120   |
        | *              | 0          | 116   |

    @TYPE1-017
    Scenario: Type1 GET_INFO with room for everything
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 120 |
      Then it answers 0, rule type1.info.reported
      And it reports
        | cap_offset | avail | pgsize_bitmap | max_dirty_bitmap_size | nr_iovas |
        | 24         | 65535 | 0x1000        | 0x10000000            | 2        |

    @TYPE1-018
    Scenario: Type1 GET_INFO reports which bus addresses can be mapped
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 120 |
      Then it answers 0, rule type1.info.reported
      And it reports
        | iova_0_start | iova_0_end | iova_1_start | iova_1_end   |
        | 0x0          | 0xfedfffff | 0xfef00000   | 0x7fffffffff |

    @TYPE1-019
    Scenario: Type1 GET_INFO with four bytes less than the newest kernel needs
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 116 |
      Then it answers 0, rule type1.info.reported
      And it reports
        | platforms      | cap_offset |
        | x86 since 6.12 | 0          |
        | *              | 24         |

    @TYPE1-020
    Scenario: Type1 GET_INFO counts each mapping off the number that is available
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And 64 KiB of "B1" are mapped at 0x40000 in "C1"
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 4096 |
      Then it answers 0, rule type1.info.reported
      And it reports
        | avail |
        | 65533 |

  Rule: A struct must have room for the page sizes, and be writable

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2

    @TYPE1-021
    Scenario: Type1 GET_INFO with a struct that is too short
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 15 |
      Then it answers EINVAL, rule type1.info.argsz
      And nothing changed

    @TYPE1-022
    Scenario: Type1 GET_INFO with a struct that is not mapped
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz   | 16       |
        | pointer | unmapped |
      Then it answers EFAULT, rule struct.unreadable

    @TYPE1-023
    Scenario: Type1 GET_INFO with a struct in read-only memory
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz   | 16        |
        | pointer | read-only |
      Then it answers EFAULT, rule struct.unwritable

  Rule: Some extensions are known before the IOMMU is set, some only after

    @TYPE1-024
    Scenario Outline: CHECK_EXTENSION of Type1 after the IOMMU is set: <case>
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_CHECK_EXTENSION asks "C1" for <extension>
      Then it answers
        | platforms      | answer  | rule                      |
        | x86 since 6.13 | <later> | container.check-extension |
        | *              | <first> | container.check-extension |

      Examples:
        | case    | extension | first | later |
        | dma-cc  | 4         | 0     | 0     |
        | type1   | type1     | 1     | 1     |
        | nesting | 6         | 1     | 0     |
        | unknown | 11        | 0     | 0     |
        | spapr   | v2        | 0     | 0     |

    @TYPE1-025
    Scenario Outline: CHECK_EXTENSION of newer Type1 features after the IOMMU is set: <case>
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_CHECK_EXTENSION asks "C1" for <extension>
      Then it answers
        | platforms      | answer | rule                      |
        | x86 before 6.1 | 0      | container.check-extension |
        | *              | 1      | container.check-extension |

      Examples:
        | case         | extension |
        | unmap-all    | 9         |
        | update-vaddr | 10        |

    @TYPE1-026
    Scenario: CHECK_EXTENSION for UPDATE_VADDR before the IOMMU is set
      Given container "C1"
      When VFIO_CHECK_EXTENSION asks "C1" for 10
      Then it answers 0, rule container.check-extension

    @TYPE1-027
    Scenario: CHECK_EXTENSION for UNMAP_ALL before the IOMMU is set
      Given container "C1"
      When VFIO_CHECK_EXTENSION asks "C1" for 9
      Then it answers
        | platforms     | answer | rule                      |
        | x86 since 6.1 | 1      | container.check-extension |
        | *             | 0      | container.check-extension |

  Rule: The type for nested page tables cannot be set, although it is reported to 6.12

    @TYPE1-028
    Scenario: The type for nested page tables cannot be set
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type 6 on "C1"
      Then it answers
        | platforms        | answer | rule                            |
        | x86 before 6.1   | ENODEV | type1.attach.no-nesting         |
        | x86 on 6.1..6.12 | EINVAL | type1.attach.no-nesting         |
        | *                | ENODEV | container.set-iommu.unsupported |
      And container "C1" has no IOMMU

  Rule: Type1 does not accept the requests that only sPAPR has

  Rule: VFIO_IOMMU_SPAPR_TCE_GET_INFO has the number of Type1's GET_INFO, and is answered as such

    @TYPE1-135
    Scenario Outline: VFIO_IOMMU_SPAPR_TCE_GET_INFO of a Type1 container: <case>
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "C1" with
        | argsz | <argsz> |
      Then it answers <answer>, rule <rule>
      And nothing changed

      Examples:
        | case      | argsz | answer | rule                |
        | too-short | 15    | EINVAL | type1.info.argsz    |
        | basic     | 16    | 0      | type1.info.reported |

    @TYPE1-136
    Scenario: What Type1 writes into the GET_INFO struct of sPAPR
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO asks "C1"
      Then it answers 0, rule type1.info.reported
      And it reports
        | platforms      | flags | iova_pgsizes       | cap_offset | argsz |
        | x86 before 6.1 | 0x3   | 0xfffffffffffff000 | 0          | 116   |
        | x86 since 6.12 | 0x3   | 0x40201000         | 0          | 120   |
        | *              | 0x3   | 0x40201000         | 0          | 116   |
