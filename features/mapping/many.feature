Feature: A window that is filled page by page

  # Drivers map page by page. A window has an entry for each of its pages, and nothing behind the last.
  Rule: The page behind the last one of a window is refused, and all before it stay mapped

    @MAPPING-036
    Scenario: MAP after MAP, up to the end of a window
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 4 MiB is registered in "C1"
      And the default window of "C1" is removed
      And "C1" has a window of 1 GiB with 4 KiB pages
      When VFIO_IOMMU_MAP_DMA is called 257 times on "C1" with
        | vaddr     | B1+0x0   |
        | iova      | 0x0      |
        | iova_step | 0x400000 |
        | size      | 0x400000 |
        | flags     | 0x3      |
      Then it answers ENXIO, rule spapr.map.no-window
      And it reports
        | made |
        | 256  |
      And "G1" is closed
      And "C1" is closed
