Feature: Many mappings of one container

  # A mapping is a record of the kernel, so a program could use up kernel memory with mappings. The parameter dma_entry_limit bounds
  # them: 65,535 in a container, unless the administrator says otherwise. DPDK and SPDK reach it with pages of 4 KiB.
  Rule: A container holds 65,535 mappings and no more

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB

    @TYPE1-137
    Scenario: One mapping more than the limit, page after page
      When VFIO_IOMMU_MAP_DMA is called 65536 times on "C1" with
        | vaddr     | B1+0x0 |
        | iova      | 0x0    |
        | iova_step | 0x1000 |
        | size      | 0x1000 |
        | flags     | 0x3    |
      Then it answers ENOSPC, rule type1.map.no-entry
      And it reports
        | made  |
        | 65535 |
      And locked memory is
        | pages |
        | 65535 |
      And "G1" is closed
      And "C1" is closed

    @TYPE1-138
    Scenario: GET_INFO when all mappings of a container are used
      Given VFIO_IOMMU_MAP_DMA succeeds 65535 times on "C1" with
        | vaddr     | B1+0x0 |
        | iova      | 0x0    |
        | iova_step | 0x1000 |
        | size      | 0x1000 |
        | flags     | 0x3    |
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 4096 |
      Then it answers 0
      And it reports
        | avail |
        | 0     |
      And "G1" is closed
      And "C1" is closed

    @TYPE1-139
    Scenario: A mapping that is taken away makes room for another
      Given VFIO_IOMMU_MAP_DMA succeeds 65535 times on "C1" with
        | vaddr     | B1+0x0 |
        | iova      | 0x0    |
        | iova_step | 0x1000 |
        | size      | 0x1000 |
        | flags     | 0x3    |
      And VFIO_IOMMU_UNMAP_DMA succeeds 1 times on "C1" with
        | iova | 0x5000 |
        | size | 0x1000 |
      When VFIO_IOMMU_MAP_DMA is called 2 times on "C1" with
        | vaddr     | B1+0x0     |
        | iova      | 0x20000000 |
        | iova_step | 0x1000     |
        | size      | 0x1000     |
        | flags     | 0x3        |
      Then it answers ENOSPC, rule type1.map.no-entry
      And it reports
        | made |
        | 1    |
      And "G1" is closed
      And "C1" is closed

    @TYPE1-140
    Scenario: All 65,535 mappings are taken away one by one
      Given VFIO_IOMMU_MAP_DMA succeeds 65535 times on "C1" with
        | vaddr     | B1+0x0 |
        | iova      | 0x0    |
        | iova_step | 0x1000 |
        | size      | 0x1000 |
        | flags     | 0x3    |
      When VFIO_IOMMU_UNMAP_DMA is called 65535 times on "C1" with
        | iova      | 0x0    |
        | iova_step | 0x1000 |
        | size      | 0x1000 |
      Then it answers 0, rule type1.unmap.unmapped
      And it reports
        | made  | size   |
        | 65535 | 0x1000 |
      And nothing is mapped in "C1"

  Rule: Each mapping counts its pages, also when all are of the same memory

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB

    @TYPE1-141
    Scenario: One page of memory at many bus addresses, up to the limit of locked memory
      Given the process may lock 64 KiB
      When VFIO_IOMMU_MAP_DMA is called 100 times on "C1" with
        | vaddr     | B1+0x0 |
        | iova      | 0x0    |
        | iova_step | 0x1000 |
        | size      | 0x1000 |
        | flags     | 0x3    |
      Then it answers ENOMEM, rule type1.map.memlock
      And it reports
        | made |
        | 16   |
      And locked memory is
        | pages |
        | 16    |
