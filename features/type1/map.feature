Feature: Mapping in a Type1 container

  Rule: A mapping pins all of its memory, and each page counts as locked

    @TYPE1-029
    Scenario: Type1 MAP pins and counts all of its memory
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      And the mappings of "C1" are
        | iova    | size   | memory |
        | 0x10000 | 64 KiB | B1     |
      And locked memory is
        | pages |
        | 16    |

    @TYPE1-030
    Scenario: Type1 counts the same memory at two bus addresses twice
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x40000 in "C1"
      Then it answers 0, rule type1.map.mapped
      And locked memory is
        | pages |
        | 32    |

    @TYPE1-031
    Scenario: Type1 counts the same memory in two containers twice
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type type1v2
      And "G2" is in container "C2" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C2"
      Then it answers 0, rule type1.map.mapped
      And locked memory is
        | pages |
        | 32    |

    @TYPE1-032
    Scenario: Type1 counts huge pages in small pages
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 2 MiB in pages of 2m
      When VFIO_IOMMU_MAP_DMA maps 2 MiB of "B1" at 0x200000 in "C1"
      Then it answers 0, rule type1.map.mapped
      And locked memory is
        | pages |
        | 512   |

    @TYPE1-033
    Scenario: Type1 version 1 maps like version 2
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      And locked memory is
        | pages |
        | 16    |

    @TYPE1-034
    Scenario: Type1 MAP at bus address 0
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers 0, rule type1.map.mapped

  Rule: If not all pages may be locked, nothing is mapped

    @TYPE1-035
    Scenario: Type1 MAP of one page more than may be locked
      Given the process may lock 60 KiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers ENOMEM, rule type1.map.memlock
      And nothing is mapped in "C1"
      And locked memory is
        | pages |
        | 0     |

    @TYPE1-036
    Scenario: Type1 MAP of exactly as much as may be locked
      Given the process may lock 64 KiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      And locked memory is
        | pages |
        | 16    |

    @TYPE1-037
    Scenario: Type1 MAP when existing mappings use up the limit
      Given the process may lock 96 KiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x40000 in "C1"
      Then it answers ENOMEM, rule type1.map.memlock
      And locked memory is
        | pages |
        | 16    |

    @TYPE1-038
    Scenario: Type1 MAP when nothing may be locked
      Given the process may lock nothing
      And group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 4 KiB of "B1" at 0x10000 in "C1"
      Then it answers ENOMEM, rule type1.map.memlock

    @TYPE1-039
    Scenario: CAP_IPC_LOCK lifts the limit of Type1 mappings
      Given the process may lock nothing
      And the process has CAP_IPC_LOCK
      And group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      And locked memory is
        | pages |
        | 16    |
