Feature: Arguments of UNMAP that Type1 refuses

  Rule: Arguments are checked first

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2

    @TYPE1-070
    Scenario Outline: Type1 UNMAP with invalid arguments: <case>
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | <iova>  |
        | size  | <size>  |
        | flags | <flags> |
      Then it answers
        | platforms      | answer  | rule   |
        | x86 since 6.18 | <later> | <rule> |
        | *              | EINVAL  | <rule> |
      And nothing changed

      Examples:
        | case          | flags | iova               | size    | later     | rule                  |
        | no-bytes      | 0x0   | 0x10000            | 0x0     | EINVAL    | type1.unmap.nothing   |
        | half-page     | 0x0   | 0x10000            | 0x800   | EINVAL    | type1.unmap.aligned   |
        | between-pages | 0x0   | 0x10800            | 0x1000  | EINVAL    | type1.unmap.aligned   |
        | wraps         | 0x0   | 0xfffffffffffff000 | 0x2000  | EOVERFLOW | type1.unmap.wraps     |
        | unknown-flag  | 0x8   | 0x10000            | 0x10000 | EINVAL    | type1.unmap.flags     |
        | dirty-pages   | 0x1   | 0x10000            | 0x10000 | EINVAL    | type1.unmap.no-bitmap |

    @TYPE1-071
    Scenario: Type1 UNMAP that asks for dirty pages without a bitmap
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | flags | 0x1     |
        | argsz | 48      |
      Then it answers EINVAL, rule type1.unmap.no-bitmap
      And nothing changed

    @TYPE1-072
    Scenario: Type1 UNMAP with a struct that is too short
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | argsz | 23      |
      Then it answers EINVAL, rule type1.unmap.argsz

    @TYPE1-073
    Scenario: Type1 UNMAP with a struct that is not mapped
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova    | 0x10000  |
        | size    | 0x10000  |
        | pointer | unmapped |
      Then it answers EFAULT, rule struct.unreadable

    @TYPE1-074
    Scenario: Type1 UNMAP of an empty range that ends with the last address
      Given memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova | 0x20000            |
        | size | 0xfffffffffffe0000 |
      Then it answers 0, rule type1.unmap.unmapped
      And nothing changed
