Feature: Memory and resets of a running QEMU

  Rule: All memory of the guest is registered with each v2 container, including memory added later

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one

    @HOTPLUG-050
    Scenario: Memory is plugged in while two bridges have devices
      Given memory "B1" of 256 MiB
      And memory "B2" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0, E.0 on bridge 1
      When memory "B2" is plugged into "V1"
      Then it answers 0, rule qemu.memory.added
      And it calls
        | platforms  | call                             | on | vaddr  | size       | answer |
        | partitions | -                                | -  | -      | -          | -      |
        | *          | VFIO_IOMMU_SPAPR_REGISTER_MEMORY | C1 | B2+0x0 | 0x10000000 | 0      |
        | *          | VFIO_IOMMU_SPAPR_REGISTER_MEMORY | C2 | B2+0x0 | 0x10000000 | 0      |
      When the guest of "V1" puts TCE 0x40001003 at 0x0 of 0x80000000
      Then it answers H_SUCCESS
      And it calls
        | call               | on | vaddr     | answer |
        | VFIO_IOMMU_MAP_DMA | C1 | B2+0x1000 | 0      |

    @HOTPLUG-051
    Scenario: Memory is plugged in before the first device
      Given memory "B1" of 256 MiB
      And memory "B2" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and no device
      When memory "B2" is plugged into "V1"
      Then it answers 0, rule qemu.memory.added
      And it makes no call
      When device D.0 is plugged into "V1"
      Then its calls of VFIO_IOMMU_SPAPR_REGISTER_MEMORY are
        | platforms  | call                             | vaddr  | answer |
        | partitions | -                                | -      | -      |
        | *          | VFIO_IOMMU_SPAPR_REGISTER_MEMORY | B1+0x0 | 0      |
        | *          | VFIO_IOMMU_SPAPR_REGISTER_MEMORY | B2+0x0 | 0      |

    @HOTPLUG-052
    Scenario: Memory that may not be locked ends QEMU at the first refusal
      Given the process may lock 2 GiB
      And memory "B1" of 256 MiB
      And memory "B2" of 2 GiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When memory "B2" is plugged into "V1"
      Then it answers
        | platforms  | answer  | rule              |
        | partitions | 0       | qemu.memory.added |
        | *          | aborted | qemu.memory.abort |
      And it calls
        | platforms  | call                             | on | vaddr  | answer |
        | partitions | -                                | -  | -      | -      |
        | *          | VFIO_IOMMU_SPAPR_REGISTER_MEMORY | C1 | B2+0x0 | ENOMEM |
        | *          | close                            | G1 | -      | 0      |
        | *          | close                            | C1 | -      | 0      |
        | *          | close                            | D1 | -      | 0      |

  Rule: A device fails if memory cannot be locked when its container is set up

    @HOTPLUG-053
    Scenario: QEMU starts with a lower memory limit than its guest needs
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And the process may lock 128 MiB
      And memory "B1" of 256 MiB
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms  | answer | rule                          |
        | partitions | exited | qemu.container.not-enabled    |
        | *          | exited | qemu.container.not-registered |
      And its calls of VFIO_IOMMU_SPAPR_REGISTER_MEMORY, VFIO_IOMMU_ENABLE, VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY, close are
        | platforms  | call                               | on | answer |
        | partitions | VFIO_IOMMU_ENABLE                  | C1 | ENOMEM |
        | partitions | close                              | C1 | 0      |
        | partitions | close                              | G1 | 0      |
        | *          | VFIO_IOMMU_SPAPR_REGISTER_MEMORY   | C1 | ENOMEM |
        | *          | VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY | C1 | ENOENT |
        | *          | close                              | C1 | 0      |
        | *          | close                              | G1 | 0      |

    @HOTPLUG-054
    Scenario: QEMU starts with a limit that allows its memory, but not its window's table
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And the process may lock 258 MiB
      And memory "B1" of 256 MiB
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms  | answer  | rule                       |
        | partitions | exited  | qemu.container.not-enabled |
        | *          | aborted | qemu.window.abort          |
      And its calls of VFIO_IOMMU_SPAPR_TCE_CREATE are
        | platforms  | call                        | levels | answer |
        | partitions | -                           | -      | -      |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | 2      | ENOMEM |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | 3      | ENOMEM |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | 4      | ENOMEM |

    @HOTPLUG-055
    Scenario: QEMU starts with less than half of the memory limit its guest needs
      Given one platform for each answer that programs get
      And the process may lock 100 MiB
      And memory "B1" of 256 MiB
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms        | answer | rule                          |
        | POWER without v2 | exited | qemu.container.not-enabled    |
        | x86              | exited | qemu.container.listener       |
        | *                | exited | qemu.container.not-registered |
      When device D.0 is plugged into "V1"
      Then it answers gone

  Rule: A reset leaves each guest bridge an empty default window, newest bridge first

    Background:
      Given one platform for each answer that programs get

    @HOTPLUG-060
    Scenario: A reset with two guest bridges, one of them with two windows
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0, E.0 on bridge 1
      And the guest of "V1" has called ibm,create-pe-dma-window with
        | phb          | 1  |
        | page_shift   | 16 |
        | window_shift | 30 |
      When "V1" is reset
      Then it answers 0, rule qemu.reset
      And it calls
        | call                        | on | iova              | start_addr        | window_size | pe_op | answer |
        | VFIO_IOMMU_UNMAP_DMA        | C2 | 0x0               | -                 | -           | -     | 0      |
        | VFIO_IOMMU_SPAPR_TCE_REMOVE | C2 | -                 | 0x0               | -           | -     | 0      |
        | VFIO_IOMMU_UNMAP_DMA        | C2 | 0x800000000000000 | -                 | -           | -     | 0      |
        | VFIO_IOMMU_SPAPR_TCE_REMOVE | C2 | -                 | 0x800000000000000 | -           | -     | 0      |
        | VFIO_IOMMU_SPAPR_TCE_CREATE | C2 | -                 | -                 | 0x40000000  | -     | 0      |
        | VFIO_EEH_PE_OP              | C2 | -                 | -                 | -           | 1     | 0      |
        | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x0               | -                 | -           | -     | 0      |
        | VFIO_IOMMU_SPAPR_TCE_REMOVE | C1 | -                 | 0x0               | -           | -     | 0      |
        | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | -                 | -                 | 0x40000000  | -     | 0      |
        | VFIO_EEH_PE_OP              | C1 | -                 | -                 | -           | 1     | 0      |

    @HOTPLUG-061
    Scenario: A reset of v1 containers only takes their mappings away
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0 and E.0
      And containers "C1" are those of "V1"
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When "V1" is reset
      Then it answers 0, rule qemu.reset
      And it calls
        | platforms  | call                        | on | size       | answer |
        | partitions | VFIO_IOMMU_UNMAP_DMA        | C2 | 0x40000000 | 0      |
        | partitions | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x40000000 | 0      |
        | *          | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x40000000 | 0      |
        | *          | VFIO_IOMMU_SPAPR_TCE_REMOVE | C1 | -          | 0      |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | -          | 0      |
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x0        |
      Then it reports
        | tce |
        | 0x0 |
      And nothing is mapped in "C1"

    @HOTPLUG-062
    Scenario: A reset brings the default window back
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has called ibm,remove-pe-dma-window with
        | liobn | 0x80000000 |
      When "V1" is reset
      Then it answers 0, rule qemu.reset
      And its calls of VFIO_IOMMU_UNMAP_DMA, VFIO_IOMMU_SPAPR_TCE_REMOVE, VFIO_IOMMU_SPAPR_TCE_CREATE are
        | platforms  | call                        | on | window_size | answer |
        | partitions | -                           | -  | -           | -      |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | 0x40000000  | 0      |
      When the guest of "V1" puts TCE 0x1000003 at 0x0 of 0x80000000
      Then it answers H_SUCCESS

    @HOTPLUG-063
    Scenario Outline: Mappings after a reset, in <program>
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And <program> runs as "V1" with memory "B1" and devices D.0
      And containers "C1" are those of "V1"
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When "V1" is reset
      Then it answers 0, rule qemu.reset
      And the mappings of "C1" are
        | iova   |
        | <iova> |
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x0        |
      Then it reports
        | tce |
        | 0x0 |

      Examples:
        | case  | program   | iova |
        | v2-5  | qemu-2.5  | 0x0  |
        | v2-6  | qemu-2.6  | 0x0  |
        | v2-12 | qemu-2.12 | -    |
        | v7-2  | qemu-7.2  | -    |
        | v10-1 | qemu-10.1 | -    |

    @HOTPLUG-064
    Scenario: A reset unmaps nothing and makes no EEH call with Type1
      Given memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When "V1" is reset
      Then it answers
        | platforms               | answer | rule         |
        | partitions on 6.4..6.10 | n/a    | not modelled |
        | *                       | 0      | qemu.reset   |
      And its calls of VFIO_EEH_PE_OP, VFIO_IOMMU_UNMAP_DMA are
        | platforms  | call                 | on | pe_op | answer |
        | partitions | VFIO_IOMMU_UNMAP_DMA | C1 | -     | 0      |
        | partitions | VFIO_EEH_PE_OP       | C1 | 1     | ENODEV |
        | x86        | -                    | -  | -     | -      |
        | *          | VFIO_IOMMU_UNMAP_DMA | C1 | -     | 0      |
        | *          | VFIO_EEH_PE_OP       | C1 | 1     | 0      |
