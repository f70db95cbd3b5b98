Feature: Refusals to give a mapping another address

  Rule: A vaddr is invalidated only once, and replaced only after that

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB

    @TYPE1-080
    Scenario: Taking back the address of a Type1 mapping twice
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x4     |
      Then it answers
        | platforms      | answer | rule                   |
        | x86 before 6.1 | EINVAL | type1.unmap.flags      |
        | *              | 0      | type1.unmap.taken-back |
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x4     |
      Then it answers
        | platforms      | answer | rule                          |
        | x86 before 6.1 | EINVAL | type1.unmap.flags             |
        | *              | EINVAL | type1.unmap.taken-back-before |
      And nothing changed

    @TYPE1-081
    Scenario: Invalidating the vaddrs of two mappings, one of them already invalidated
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And 64 KiB of "B1" are mapped at 0x40000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x4     |
      Then it answers
        | platforms      | answer | rule                   |
        | x86 before 6.1 | EINVAL | type1.unmap.flags      |
        | *              | 0      | type1.unmap.taken-back |
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x0      |
        | size  | 0x100000 |
        | flags | 0x4      |
      Then it answers
        | platforms      | answer | rule                          |
        | x86 before 6.1 | EINVAL | type1.unmap.flags             |
        | *              | EINVAL | type1.unmap.taken-back-before |
      And nothing changed

    @TYPE1-082
    Scenario: Giving a new address to a mapping that has one
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x4     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers
        | platforms      | answer | rule                     |
        | x86 before 6.1 | EINVAL | type1.map.flags          |
        | *              | EINVAL | type1.map.not-taken-back |
      And nothing changed

    @TYPE1-083
    Scenario Outline: Giving a new address to part of a mapping: <case>
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x4     |
      Then it answers
        | platforms      | answer | rule                   |
        | x86 before 6.1 | EINVAL | type1.unmap.flags      |
        | *              | 0      | type1.unmap.taken-back |
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x4    |
        | vaddr | B1+0x0 |
        | iova  | <iova> |
        | size  | <size> |
      Then it answers
        | platforms      | answer | rule                     |
        | x86 before 6.1 | EINVAL | type1.map.flags          |
        | *              | EINVAL | type1.map.not-taken-back |
      And nothing changed

      Examples:
        | case       | iova    | size   |
        | first-page | 0x10000 | 0x1000 |
        | last-page  | 0x1f000 | 0x1000 |

    @TYPE1-084
    Scenario: Giving a new address where nothing is mapped
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x4     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers
        | platforms      | answer | rule                 |
        | x86 before 6.1 | EINVAL | type1.map.flags      |
        | *              | ENOENT | type1.map.no-mapping |

    @TYPE1-085
    Scenario: Giving a new address together with access flags
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x7     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers
        | platforms      | answer | rule             |
        | x86 before 6.1 | EINVAL | type1.map.flags  |
        | *              | EINVAL | type1.map.access |
      And nothing changed
