Feature: The QEMU patch series of 2015

  Rule: x86 always shares; POWER8 shares after the series; POWER7 and P5IOC2 fall back to a second container

    @FALLBACK-CONTAINER-120
    Scenario Outline: <program> adds a second group
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      And <program> runs as "V1" with memory "B1" and devices D.0
      When device E.0 is plugged into "V1"
      Then it answers
        | platforms                       | answer | rule                      |
        | two-window bridges on 4.2..4.11 | 0      | qemu.attach.joined        |
        | partitions on 6.4..6.10         | failed | qemu.container.not-taken  |
        | x86                             | 0      | qemu.attach.joined        |
        | *                               | 0      | qemu.attach.new-container |
      And its calls of VFIO_GROUP_SET_CONTAINER are
        | platforms                       | call                     | on | container | answer |
        | two-window bridges on 4.2..4.11 | VFIO_GROUP_SET_CONTAINER | G2 | C1        | 0      |
        | partitions on 6.4..6.10         | VFIO_GROUP_SET_CONTAINER | G2 | C1        | EBUSY  |
        | partitions on 6.4..6.10         | VFIO_GROUP_SET_CONTAINER | G2 | C2        | EBUSY  |
        | x86                             | VFIO_GROUP_SET_CONTAINER | G2 | C1        | 0      |
        | *                               | VFIO_GROUP_SET_CONTAINER | G2 | C1        | EBUSY  |
        | *                               | VFIO_GROUP_SET_CONTAINER | G2 | C2        | 0      |

      Examples:
        | case | program  |
        | v2-2 | qemu-2.2 |
        | v2-6 | qemu-2.6 |

    @FALLBACK-CONTAINER-121
    Scenario: A mapping of the guest reaches the devices of both containers
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      And qemu-2.6 runs as "V1" with memory "B1" and devices D.0 and E.0
      When the guest of "V1" puts TCE 0x1000003 at 0x0 of 0x80000000
      Then it answers
        | platforms | answer    | rule              |
        | x86       | n/a       | not modelled      |
        | *         | H_SUCCESS | guest.tce.written |
      And it calls
        | platforms                       | call               | on | iova | vaddr        | answer |
        | two-window bridges on 4.2..4.11 | VFIO_IOMMU_MAP_DMA | C1 | 0x0  | B1+0x1000000 | 0      |
        | *                               | VFIO_IOMMU_MAP_DMA | C2 | 0x0  | B1+0x1000000 | 0      |
        | *                               | VFIO_IOMMU_MAP_DMA | C1 | 0x0  | B1+0x1000000 | 0      |

  Rule: The series asked first one container, then none of several, then all of them

    Background:
      Given one platform for each answer that programs get

    @FALLBACK-CONTAINER-130
    Scenario: QEMU of December 2014 asks only the newest container for the window
      Given memory "B1" of 256 MiB
      When qemu-wip-2014-12 starts as "V1" with memory "B1" and devices D.0 on bridge 1, E.0 on bridge 1
      Then it answers
        | platforms                       | answer  | rule                        |
        | two-window bridges on 4.12..6.3 | exited  | qemu.container.type-refused |
        | partitions on 6.4..6.10         | exited  | qemu.container.not-taken    |
        | x86                             | n/a     | not modelled                |
        | *                               | running | qemu.start.running          |
      And its calls of VFIO_IOMMU_SPAPR_TCE_GET_INFO are
        | platforms                       | call                          | on | answer |
        | two-window bridges on 4.2..4.11 | VFIO_IOMMU_SPAPR_TCE_GET_INFO | C1 | 0      |
        | two-window bridges on 4.12..6.3 | -                             | -  | -      |
        | partitions on 6.4..6.10         | -                             | -  | -      |
        | *                               | VFIO_IOMMU_SPAPR_TCE_GET_INFO | C2 | 0      |

    @FALLBACK-CONTAINER-131
    Scenario: QEMU of February 2015 has no window for a bridge with several containers
      Given memory "B1" of 256 MiB
      And qemu-wip-2015-02 runs as "V1" with memory "B1" and devices D.0 on bridge 1, E.0 on bridge 1
      When the guest of "V1" puts TCE 0x1000003 at 0x0 of 0x80000100
      Then it answers
        | platforms                       | answer      | rule              |
        | two-window bridges on 4.2..4.11 | H_SUCCESS   | guest.tce.written |
        | x86                             | n/a         | not modelled      |
        | *                               | H_PARAMETER | guest.tce.range   |

    @FALLBACK-CONTAINER-132
    Scenario: QEMU of September 2015 asks every container to create a window
      Given memory "B1" of 256 MiB
      And qemu-wip-2015-09 runs as "V1" with memory "B1" and devices D.0 on bridge 1, E.0 on bridge 1
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 1  |
        | page_shift   | 16 |
        | window_shift | 30 |
      Then it answers
        | platforms             | answer | rule                  |
        | two-window bridges    | 0      | qemu.series.created   |
        | partitions since 6.11 | -1     | qemu.series.refused   |
        | x86                   | n/a    | not modelled          |
        | *                     | -3     | qemu.series.parameter |
      And its calls of VFIO_IOMMU_SPAPR_TCE_CREATE are
        | platforms             | call                        | on | page_shift | answer |
        | two-window bridges    | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | 16         | 0      |
        | partitions since 6.11 | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | 16         | EPERM  |
        | *                     | -                           | -  | -          | -      |

    @FALLBACK-CONTAINER-133
    Scenario: QEMU of September 2015 asks every container for the state of a PE
      Given memory "B1" of 256 MiB
      And qemu-wip-2015-09 runs as "V1" with memory "B1" and devices D.0 on bridge 1, E.0 on bridge 1
      When the guest of "V1" calls ibm,read-slot-reset-state2 with
        | device | D.0 |
      Then it answers
        | platforms             | answer | rule             |
        | p5ioc2                | -3     | qemu.eeh.refused |
        | partitions since 6.11 | -3     | qemu.eeh.refused |
        | x86                   | n/a    | not modelled     |
        | *                     | 0      | qemu.eeh.done    |
      And its calls of VFIO_EEH_PE_OP are
        | platforms             | call           | on | pe_op | answer |
        | p5ioc2                | VFIO_EEH_PE_OP | C2 | 4     | ENODEV |
        | two-window bridges    | VFIO_EEH_PE_OP | C1 | 4     | 0      |
        | partitions since 6.11 | VFIO_EEH_PE_OP | C1 | 4     | ENODEV |
        | *                     | VFIO_EEH_PE_OP | C2 | 4     | 0      |
        | *                     | VFIO_EEH_PE_OP | C1 | 4     | 0      |

    @FALLBACK-CONTAINER-134
    Scenario: QEMU of September 2015 removes a second window that does not exist
      Given memory "B1" of 256 MiB
      And qemu-wip-2015-09 runs as "V1" with memory "B1" and devices D.0 on bridge 1
      When "V1" is reset
      Then it answers
        | platforms | answer | rule         |
        | x86       | n/a    | not modelled |
        | *         | 0      | qemu.reset   |
      And its calls of VFIO_IOMMU_SPAPR_TCE_REMOVE are
        | platforms                       | call                        | start_addr | answer |
        | bridges before 4.2              | -                           | -          | -      |
        | one-window bridges on 4.2..4.11 | -                           | -          | -      |
        | partitions                      | VFIO_IOMMU_SPAPR_TCE_REMOVE | 0x0        | EINVAL |
        | partitions                      | VFIO_IOMMU_SPAPR_TCE_REMOVE | 0x0        | EINVAL |
        | *                               | VFIO_IOMMU_SPAPR_TCE_REMOVE | 0x0        | 0      |
        | *                               | VFIO_IOMMU_SPAPR_TCE_REMOVE | 0x0        | EINVAL |

    @FALLBACK-CONTAINER-135
    Scenario: QEMU of September 2015 asks no container when there is none
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-wip-2015-09 runs as "V1" with memory "B1" and no device
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 30 |
      Then it answers 0, rule qemu.series.created
      And it makes no call

    @FALLBACK-CONTAINER-136
    Scenario: Windows in QEMU of September 2015, from query to reset
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-wip-2015-09 runs as "V1" with memory "B1" and devices D.0 on bridge 1
      When the guest of "V1" calls ibm,query-pe-dma-window with
        | phb  | 1 |
        | nret | 5 |
      Then it answers 0, rule qemu.series.queried
      And it reports
        | windows_available | largest_block | page_sizes |
        | 1                 | 0x10000       | 0x3        |
      When the guest of "V1" calls ibm,create-pe-dma-window with
        | phb          | 1  |
        | page_shift   | 13 |
        | window_shift | 30 |
      Then it answers -1, rule qemu.series.page-size
      When the guest of "V1" calls ibm,remove-pe-dma-window with
        | liobn | 0x80000100 |
      Then it answers 0, rule qemu.series.removed
      When the guest of "V1" calls ibm,reset-pe-dma-window with
        | phb | 1 |
      Then it answers 0, rule qemu.series.reset

    @FALLBACK-CONTAINER-137
    Scenario: QEMU 2.5 asks for the window of a bridge before it has a device
      Given memory "B1" of 256 MiB
      When qemu-2.5 starts as "V1" with memory "B1" and devices D.0 on bridge 1
      Then it answers
        | platforms                       | answer  | rule                  |
        | two-window bridges on 4.12..6.3 | exited  | qemu.bridge.not-asked |
        | x86                             | n/a     | not modelled          |
        | *                               | running | qemu.start.running    |
