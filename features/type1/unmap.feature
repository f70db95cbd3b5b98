Feature: Unmapping in a Type1 container

  Rule: UNMAP writes back how many bytes it has unmapped

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB

    @TYPE1-056
    Scenario: a mapping
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
    Scenario: nothing
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers 0, rule type1.unmap.unmapped
      And it reports
        | size |
        | 0x0  |
      And nothing changed

    @TYPE1-058
    Scenario: two mappings with room around them
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
    Scenario: read-only memory cannot be told, but all is unmapped
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

  Rule: Version 2 unmaps whole mappings or refuses, version 1 looks at where a mapping begins

    Background:
      Given group "G1"

    @TYPE1-060
    Scenario: the range begins inside a mapping, v2
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x14000 in "C1"
      Then it answers EINVAL, rule type1.unmap.cuts
      And nothing changed

    @TYPE1-061
    Scenario: the range begins inside a mapping, v1
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
    Scenario: the range ends inside a mapping, v2
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 4 KiB at 0x10000 in "C1"
      Then it answers EINVAL, rule type1.unmap.cuts
      And nothing changed

    @TYPE1-063
    Scenario: the range ends inside a mapping, v1
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
    Scenario: one cut mapping keeps the others mapped, v2
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And 64 KiB of "B1" are mapped at 0x40000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 208 KiB at 0x10000 in "C1"
      Then it answers EINVAL, rule type1.unmap.cuts
      And nothing changed

    @TYPE1-065
    Scenario: nothing in version 1
      Given "G1" is in container "C1" with IOMMU type type1
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers 0, rule type1.unmap.unmapped
      And it reports
        | size |
        | 0x0  |

  Rule: ALL unmaps everything, and wants no range; it came with 5.12

    @TYPE1-066
    Scenario: everything
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
    Scenario: everything, of which there is nothing
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
    Scenario Outline: everything from somewhere: <case>
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
    Scenario: everything, version 1
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
