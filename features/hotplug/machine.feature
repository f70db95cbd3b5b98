Feature: Memory, resets and what refuses them

  Rule: All memory of the guest is registered with each v2 container, also what comes later

    @HOTPLUG-050
    Scenario: memory is plugged in beside two bridges
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And memory "B2" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0, E.0 on bridge 1
      When memory "B2" is plugged into "V1"
      Then it answers
        | platforms | answer | rule              |
        | *         | 0      | qemu.memory.added |
      And it calls
        | platforms       | call                             | on | vaddr  | size       | answer |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_REGISTER_MEMORY | C1 | B2+0x0 | 0x10000000 | 0      |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_REGISTER_MEMORY | C2 | B2+0x0 | 0x10000000 | 0      |
        | pseries on 5.10 | -                                | -  | -      | -          | -      |
      When the guest of "V1" puts TCE 0x40001003 at 0x0 of 0x80000000
      Then it answers H_SUCCESS
      And it calls
        | platforms | call               | on | vaddr     | answer |
        | *         | VFIO_IOMMU_MAP_DMA | C1 | B2+0x1000 | 0      |

    @HOTPLUG-051
    Scenario: memory that is plugged in before the first device
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And memory "B2" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and no device
      When memory "B2" is plugged into "V1"
      Then it answers
        | platforms | answer | rule              |
        | *         | 0      | qemu.memory.added |
      And it makes no call
      When device D.0 is plugged into "V1"
      Then its calls of VFIO_IOMMU_SPAPR_REGISTER_MEMORY are
        | platforms       | call                             | vaddr  | answer |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_REGISTER_MEMORY | B1+0x0 | 0      |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_REGISTER_MEMORY | B2+0x0 | 0      |
        | pseries on 5.10 | -                                | -      | -      |

    @HOTPLUG-052
    Scenario: memory that may not be locked ends QEMU at the first refusal
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And the process may lock 2 GiB
      And memory "B1" of 256 MiB
      And memory "B2" of 2 GiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When memory "B2" is plugged into "V1"
      Then it answers
        | platforms       | answer  | rule              |
        | phb4 on 6.12    | aborted | qemu.memory.abort |
        | pseries on 5.10 | 0       | qemu.memory.added |
      And it calls
        | platforms       | call                             | on | vaddr  | answer |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_REGISTER_MEMORY | C1 | B2+0x0 | ENOMEM |
        | phb4 on 6.12    | close                            | G1 | -      | 0      |
        | phb4 on 6.12    | close                            | C1 | -      | 0      |
        | phb4 on 6.12    | close                            | D1 | -      | 0      |
        | pseries on 5.10 | -                                | -  | -      | -      |

  Rule: What cannot be locked when a container is set up fails the device

    @HOTPLUG-053
    Scenario: QEMU starts and may lock less than the memory of its guest
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And the process may lock 128 MiB
      And memory "B1" of 256 MiB
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms       | answer | rule                          |
        | phb4 on 6.12    | exited | qemu.container.not-registered |
        | pseries on 5.10 | exited | qemu.container.not-enabled    |
      And its calls of VFIO_IOMMU_SPAPR_REGISTER_MEMORY, VFIO_IOMMU_ENABLE, VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY, close are
        | platforms       | call                               | on | answer |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_REGISTER_MEMORY   | C1 | ENOMEM |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY | C1 | ENOENT |
        | phb4 on 6.12    | close                              | C1 | 0      |
        | phb4 on 6.12    | close                              | G1 | 0      |
        | pseries on 5.10 | VFIO_IOMMU_ENABLE                  | C1 | ENOMEM |
        | pseries on 5.10 | close                              | C1 | 0      |
        | pseries on 5.10 | close                              | G1 | 0      |

    @HOTPLUG-054
    Scenario: QEMU starts and may lock its memory, but not the table of its window
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And the process may lock 258 MiB
      And memory "B1" of 256 MiB
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms       | answer  | rule                       |
        | phb4 on 6.12    | aborted | qemu.window.abort          |
        | pseries on 5.10 | exited  | qemu.container.not-enabled |
      And its calls of VFIO_IOMMU_SPAPR_TCE_CREATE are
        | platforms       | call                        | levels | answer |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_TCE_CREATE | 2      | ENOMEM |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_TCE_CREATE | 3      | ENOMEM |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_TCE_CREATE | 4      | ENOMEM |
        | pseries on 5.10 | -                           | -      | -      |

    @HOTPLUG-055
    Scenario: QEMU starts and may lock less than half of the memory of its guest
      Given one platform for each answer that programs get
      And the process may lock 100 MiB
      And memory "B1" of 256 MiB
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms                      | answer | rule                          |
        | ioda1, ioda2 on 4.1            | exited | qemu.container.not-enabled    |
        | p5ioc2, ioda1 on 4.2..4.11     | exited | qemu.container.not-registered |
        | ioda1 on 4.12..6.3             | exited | qemu.container.not-enabled    |
        | ioda2, phb4, phb5 on 4.2..6.12 | exited | qemu.container.not-registered |
        | pseries on 4.15..5.18          | exited | qemu.container.not-enabled    |
        | pseries on 6.4..6.10           | exited | qemu.container.not-enabled    |
        | pseries on 6.12                | exited | qemu.container.not-registered |
        | x86                            | exited | qemu.container.listener       |
      When device D.0 is plugged into "V1"
      Then it answers gone

  Rule: A reset leaves each bridge its default window, empty; the bridge that was made last comes first

    @HOTPLUG-060
    Scenario: two bridges, one of them with two windows
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0, E.0 on bridge 1
      And the guest of "V1" has called ibm,create-pe-dma-window with
        | phb          | 1  |
        | page_shift   | 16 |
        | window_shift | 30 |
      When "V1" is reset
      Then it answers
        | platforms       | answer | rule              |
        | phb4 on 6.12    | 0      | qemu.reset        |
        | pseries on 5.10 | n/a    | qemu.window.abort |
      And it calls
        | platforms | call                        | on | iova              | start_addr        | window_size | pe_op | answer |
        | *         | VFIO_IOMMU_UNMAP_DMA        | C2 | 0x0               | -                 | -           | -     | 0      |
        | *         | VFIO_IOMMU_SPAPR_TCE_REMOVE | C2 | -                 | 0x0               | -           | -     | 0      |
        | *         | VFIO_IOMMU_UNMAP_DMA        | C2 | 0x800000000000000 | -                 | -           | -     | 0      |
        | *         | VFIO_IOMMU_SPAPR_TCE_REMOVE | C2 | -                 | 0x800000000000000 | -           | -     | 0      |
        | *         | VFIO_IOMMU_SPAPR_TCE_CREATE | C2 | -                 | -                 | 0x40000000  | -     | 0      |
        | *         | VFIO_EEH_PE_OP              | C2 | -                 | -                 | -           | 1     | 0      |
        | *         | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x0               | -                 | -           | -     | 0      |
        | *         | VFIO_IOMMU_SPAPR_TCE_REMOVE | C1 | -                 | 0x0               | -           | -     | 0      |
        | *         | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | -                 | -                 | 0x40000000  | -     | 0      |
        | *         | VFIO_EEH_PE_OP              | C1 | -                 | -                 | -           | 1     | 0      |

    @HOTPLUG-061
    Scenario: a reset of v1 containers takes the mappings and nothing else
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0 and E.0
      And containers "C1" are those of "V1"
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When "V1" is reset
      Then it answers
        | platforms | answer | rule       |
        | *         | 0      | qemu.reset |
      And it calls
        | platforms       | call                        | on | size       | answer |
        | phb4 on 6.12    | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x40000000 | 0      |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_TCE_REMOVE | C1 | -          | 0      |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | -          | 0      |
        | pseries on 5.10 | VFIO_IOMMU_UNMAP_DMA        | C2 | 0x40000000 | 0      |
        | pseries on 5.10 | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x40000000 | 0      |
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x0        |
      Then it reports
        | platforms | tce |
        | *         | 0x0 |
      And nothing is mapped in "C1"

    @HOTPLUG-062
    Scenario: the default window comes back with a reset
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has called ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      When "V1" is reset
      Then it answers
        | platforms | answer | rule       |
        | *         | 0      | qemu.reset |
      And its calls of VFIO_IOMMU_UNMAP_DMA, VFIO_IOMMU_SPAPR_TCE_REMOVE, VFIO_IOMMU_SPAPR_TCE_CREATE are
        | platforms       | call                        | on | window_size | answer |
        | phb4 on 6.12    | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | 0x40000000  | 0      |
        | pseries on 5.10 | -                           | -  | -           | -      |
      When the guest of "V1" puts TCE 0x1000003 at 0x0 of 0x80000000
      Then it answers H_SUCCESS

    @HOTPLUG-063
    Scenario Outline: mappings after a reset, in <program>
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And <program> runs as "V1" with memory "B1" and devices D.0
      And containers "C1" are those of "V1"
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When "V1" is reset
      Then it answers
        | platforms | answer | rule       |
        | *         | 0      | qemu.reset |
      And the mappings of "C1" are
        | platforms | iova   |
        | *         | <iova> |
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x0        |
      Then it reports
        | platforms | tce |
        | *         | 0x0 |

      Examples:
        | case  | program   | iova |
        | v2-5  | qemu-2.5  | 0x0  |
        | v2-6  | qemu-2.6  | 0x0  |
        | v2-12 | qemu-2.12 | -    |
        | v7-2  | qemu-7.2  | -    |
        | v10-1 | qemu-10.1 | -    |

    @HOTPLUG-064
    Scenario: a reset of Type1 asks nothing
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When "V1" is reset
      Then it answers
        | platforms                  | answer | rule                                |
        | p5ioc2, ioda1 on 4.2..4.11 | n/a    | qemu.container.default-window-stays |
        | pseries on 6.4..6.10       | n/a    | not modelled                        |
        | pseries on 6.12            | n/a    | qemu.window.abort                   |
        | *                          | 0      | qemu.reset                          |
      And its calls of VFIO_EEH_PE_OP, VFIO_IOMMU_UNMAP_DMA are
        | platforms             | call                 | on | pe_op | answer |
        | x86                   | -                    | -  | -     | -      |
        | pseries on 4.15..5.18 | VFIO_IOMMU_UNMAP_DMA | C1 | -     | 0      |
        | pseries on 4.15..5.18 | VFIO_EEH_PE_OP       | C1 | 1     | ENODEV |
        | *                     | VFIO_IOMMU_UNMAP_DMA | C1 | -     | 0      |
        | *                     | VFIO_EEH_PE_OP       | C1 | 1     | 0      |
