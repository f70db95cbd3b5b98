Feature: The memory behind a Type1 mapping

  Rule: All of the memory must be there, and writable where the device may write

    @TYPE1-040
    Scenario: Type1 MAP of memory that ends early
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3      |
        | vaddr | B1+0x0   |
        | iova  | 0x10000  |
        | size  | 0x101000 |
      Then it answers EFAULT, rule type1.map.not-accessible
      And nothing is mapped in "C1"
      And locked memory is
        | pages |
        | 0     |

    @TYPE1-041
    Scenario: Type1 MAP of memory that ends early, with a limit before its end
      Given the process may lock 64 KiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3      |
        | vaddr | B1+0x0   |
        | iova  | 0x10000  |
        | size  | 0x101000 |
      Then it answers ENOMEM, rule type1.map.memlock
      And locked memory is
        | pages |
        | 0     |

    @TYPE1-042
    Scenario: Type1 MAP of memory that ends where the limit does
      Given the process may lock 1 MiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3      |
        | vaddr | B1+0x0   |
        | iova  | 0x10000  |
        | size  | 0x101000 |
      Then it answers EFAULT, rule type1.map.not-accessible

    @TYPE1-043
    Scenario: Type1 MAP of an address past the memory
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3         |
        | vaddr | B1+0x100000 |
        | iova  | 0x10000     |
        | size  | 0x10000     |
      Then it answers EFAULT, rule type1.map.not-accessible
      And nothing changed

    @TYPE1-044
    Scenario: Type1 MAP of read-only memory for writing
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And read-only memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers EFAULT, rule type1.map.not-accessible

    @TYPE1-045
    Scenario: Type1 MAP of read-only memory for a device that may only write
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And read-only memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x2     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers EFAULT, rule type1.map.not-accessible

    @TYPE1-046
    Scenario: Type1 MAP of read-only memory for reading
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And read-only memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x1     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers 0, rule type1.map.mapped
      And locked memory is
        | pages |
        | 16    |

    @TYPE1-133
    Scenario: Type1 MAP of a whole read-only buffer for reading
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And read-only memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x1      |
        | vaddr | B1+0x0   |
        | iova  | 0x100000 |
        | size  | 0x100000 |
      Then it answers 0, rule type1.map.mapped
      And locked memory is
        | pages |
        | 256   |
