Feature: Memory that becomes huge in the middle

  # A page of a window must lie in one page of memory. Pages of hugetlb stay as they are while they are pinned. Transparent huge pages
  # may be split; 4.18 to 5.1 took them for as good, and later kernels do not.
  Rule: What counts are the pages at the time of REGISTER_MEMORY

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 32 MiB

    @MEMORY-042
    Scenario: A window of 16 MiB pages for memory that was replaced by huge pages
      Given mmap is called with
        | vaddr   | B1+0x0    |
        | size    | 0x2000000 |
        | backing | 16m       |
        | access  | rw        |
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY succeeds 1 times on "C1" with
        | vaddr | B1+0x0    |
        | size  | 0x2000000 |
      And the default window of "C1" is removed
      And "C1" has a window of 1 GiB with 16 MiB pages
      When VFIO_IOMMU_MAP_DMA maps 16 MiB of "B1" at 0x1000000 in "C1"
      Then it answers
        | platforms         | answer | rule                  |
        | phb4 on 4.15      | n/a    | spapr.create.firmware |
        | pseries on 6.11.. | ENXIO  | spapr.map.no-window   |
        | *                 | 0      |                       |

    @MEMORY-043
    Scenario: A window of 16 MiB pages for memory of transparent huge pages
      Given mmap is called with
        | vaddr   | B1+0x0    |
        | size    | 0x2000000 |
        | backing | thp       |
        | access  | rw        |
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY succeeds 1 times on "C1" with
        | vaddr | B1+0x0    |
        | size  | 0x2000000 |
      And the default window of "C1" is removed
      And "C1" has a window of 1 GiB with 16 MiB pages
      When VFIO_IOMMU_MAP_DMA maps 16 MiB of "B1" at 0x1000000 in "C1"
      Then it answers
        | platforms         | answer | rule                            |
        | phb4 on 4.15      | n/a    | spapr.create.firmware           |
        | pseries on 6.11.. | ENXIO  | spapr.map.no-window             |
        | ioda2 on 4.2..5.1 | 0      |                                 |
        | *                 | EINVAL | spapr.map.region-page-too-small |
