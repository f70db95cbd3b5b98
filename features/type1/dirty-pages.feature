Feature: Tracking dirty pages

  Rule: To Type1, the number of REGISTER_MEMORY starts and stops the tracking of dirty pages

    Background:
      Given group "G1"

    @TYPE1-100
    Scenario Outline: DIRTY_PAGES with one thing to do: <case>
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0  |
        | size  | 0x1000  |
        | flags | <flags> |
      Then it answers <answer>, rule <rule>
      And nothing changed

      Examples:
        | case    | flags | answer | rule                        |
        | start   | 0x1   | 0      | type1.dirty-pages.done      |
        | stop    | 0x2   | 0      | type1.dirty-pages.done      |
        | get     | 0x4   | EINVAL | type1.dirty-pages.no-bitmap |
        | nothing | 0x0   | EINVAL | type1.dirty-pages.one-flag  |
        | two     | 0x3   | EINVAL | type1.dirty-pages.one-flag  |
        | unknown | 0x8   | EINVAL | type1.dirty-pages.one-flag  |

    @TYPE1-101
    Scenario: DIRTY_PAGES with a struct that ends after its flags
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0 |
        | size  | 0x1000 |
        | flags | 0x1    |
        | argsz | 8      |
      Then it answers 0, rule type1.dirty-pages.done

    @TYPE1-102
    Scenario: DIRTY_PAGES with a struct that ends before its flags
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0 |
        | size  | 0x1000 |
        | flags | 0x1    |
        | argsz | 7      |
      Then it answers EINVAL, rule type1.dirty-pages.argsz

    @TYPE1-103
    Scenario: DIRTY_PAGES with a struct that is not mapped
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr   | B1+0x0   |
        | size    | 0x1000   |
        | flags   | 0x1      |
        | pointer | unmapped |
      Then it answers EFAULT, rule struct.unreadable

    @TYPE1-104
    Scenario: Type1 version 1 does not track dirty pages
      Given "G1" is in container "C1" with IOMMU type type1
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0 |
        | size  | 0x1000 |
        | flags | 0x1    |
      Then it answers EACCES, rule type1.dirty-pages.not-in-v1

    @TYPE1-105
    Scenario: Mappings are made and removed while dirty pages are tracked
      Given "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0 |
        | size  | 0x1000 |
        | flags | 0x1    |
      Then it answers 0, rule type1.dirty-pages.done
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers 0, rule type1.unmap.unmapped
      And nothing is mapped in "C1"
