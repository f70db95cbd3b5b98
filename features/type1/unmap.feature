Feature: Unmapping in a Type1 container

  Rule: UNMAP writes back how many bytes it has unmapped

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB

    @TYPE1-056
    Scenario: Type1 UNMAP of a mapping
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers 0, rule type1.unmap.unmapped
      And it reports
        | size    |
        | 0x10000 |
      And nothing is mapped in "C1"
      And locked memory is
        | pages |
        | 0     |

    @TYPE1-057
    Scenario: Type1 UNMAP where nothing is mapped
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers 0, rule type1.unmap.unmapped
      And it reports
        | size |
        | 0x0  |
      And nothing changed

    @TYPE1-058
    Scenario: Type1 UNMAP of two mappings with room around them
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And 64 KiB of "B1" are mapped at 0x40000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 1 MiB at 0x0 in "C1"
      Then it answers 0, rule type1.unmap.unmapped
      And it reports
        | size    |
        | 0x20000 |
      And locked memory is
        | pages |
        | 0     |

    @TYPE1-059
    Scenario: Type1 UNMAP with a read-only struct unmaps, but cannot report
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova    | 0x10000   |
        | size    | 0x10000   |
        | pointer | read-only |
      Then it answers EFAULT, rule struct.unwritable
      And nothing is mapped in "C1"
      And locked memory is
        | pages |
        | 0     |

  Rule: Version 2 unmaps whole mappings or refuses; version 1 unmaps what begins in the range

    Background:
      Given group "G1"

    @TYPE1-060
    Scenario: Type1 version 2 UNMAP that begins inside a mapping
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x14000 in "C1"
      Then it answers EINVAL, rule type1.unmap.cuts
      And nothing changed

    @TYPE1-061
    Scenario: Type1 version 1 UNMAP that begins inside a mapping
      Given "G1" is in container "C1" with IOMMU type type1
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x14000 in "C1"
      Then it answers 0, rule type1.unmap.whole
      And it reports
        | size |
        | 0x0  |
      And nothing changed

    @TYPE1-062
    Scenario: Type1 version 2 UNMAP that ends inside a mapping
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 4 KiB at 0x10000 in "C1"
      Then it answers EINVAL, rule type1.unmap.cuts
      And nothing changed

    @TYPE1-063
    Scenario: Type1 version 1 UNMAP that ends inside a mapping
      Given "G1" is in container "C1" with IOMMU type type1
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 4 KiB at 0x10000 in "C1"
      Then it answers 0, rule type1.unmap.whole
      And it reports
        | size    |
        | 0x10000 |
      And nothing is mapped in "C1"
      And locked memory is
        | pages |
        | 0     |

    @TYPE1-064
    Scenario: Type1 version 2 UNMAP that cuts one mapping keeps the others
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And 64 KiB of "B1" are mapped at 0x40000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 208 KiB at 0x10000 in "C1"
      Then it answers EINVAL, rule type1.unmap.cuts
      And nothing changed

    @TYPE1-065
    Scenario: Type1 version 1 UNMAP where nothing is mapped
      Given "G1" is in container "C1" with IOMMU type type1
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers 0, rule type1.unmap.unmapped
      And it reports
        | size |
        | 0x0  |

  Rule: Flag ALL, since 5.12, unmaps everything and takes no range

    @TYPE1-066
    Scenario: Type1 UNMAP of ALL
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And 64 KiB of "B1" are mapped at 0x40000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x0 |
        | size  | 0x0 |
        | flags | 0x2 |
      Then it answers
        | platforms      | answer | rule                 |
        | x86 before 6.1 | EINVAL | type1.unmap.flags    |
        | *              | 0      | type1.unmap.unmapped |

    @TYPE1-067
    Scenario: Type1 UNMAP of ALL where nothing is mapped
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x0 |
        | size  | 0x0 |
        | flags | 0x2 |
      Then it answers
        | platforms      | answer | rule                 |
        | x86 before 6.1 | EINVAL | type1.unmap.flags    |
        | *              | 0      | type1.unmap.unmapped |

    @TYPE1-068
    Scenario Outline: Type1 UNMAP of ALL with a range: <case>
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | <iova> |
        | size  | <size> |
        | flags | 0x2    |
      Then it answers
        | platforms      | answer | rule                  |
        | x86 before 6.1 | EINVAL | type1.unmap.flags     |
        | *              | EINVAL | type1.unmap.all-of-it |
      And nothing changed

      Examples:
        | case | iova    | size    |
        | iova | 0x10000 | 0x0     |
        | size | 0x0     | 0x10000 |

    @TYPE1-069
    Scenario: Type1 version 1 UNMAP of ALL
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x0 |
        | size  | 0x0 |
        | flags | 0x2 |
      Then it answers
        | platforms      | answer | rule              |
        | x86 before 6.1 | EINVAL | type1.unmap.flags |
        | *              | 0      | type1.unmap.whole |
