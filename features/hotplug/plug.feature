Feature: Devices plugged into a running QEMU

  Rule: A container that a group joins keeps its mappings; a new one gets those of the guest

    Background:
      Given one platform for each answer that programs get

    @HOTPLUG-001
    Scenario: A second group is plugged in while mappings are live
      Given memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      And the guest of "V1" has put TCE 0x1005001 at 0x1000 of 0x80000000
      When device E.0 is plugged into "V1"
      Then it answers
        | platforms               | answer | rule                      |
        | two-window bridges      | 0      | qemu.attach.joined        |
        | partitions on 6.4..6.10 | n/a    | not modelled              |
        | x86                     | n/a    | not modelled              |
        | *                       | 0      | qemu.attach.new-container |
      And its calls of VFIO_IOMMU_MAP_DMA are
        | platforms          | call               | on | iova   | flags | vaddr        | answer |
        | two-window bridges | -                  | -  | -      | -     | -            | -      |
        | *                  | VFIO_IOMMU_MAP_DMA | C2 | 0x0    | 0x3   | B1+0x1000000 | 0      |
        | *                  | VFIO_IOMMU_MAP_DMA | C2 | 0x1000 | 0x1   | B1+0x1005000 | 0      |

    @HOTPLUG-065
    Scenario Outline: A device is plugged in whose default window cannot be removed: <case>
      Given memory "B1" of 256 MiB
      And <program> runs as "V1" with memory "B1" and no device
      When device D.0 is plugged into "V1"
      Then it answers
        | platforms                       | answer  | rule                                |
        | one-window bridges on 4.2..4.11 | failed  | qemu.container.default-window-stays |
        | partitions since 6.11           | aborted | qemu.window.missing                 |
        | *                               | 0       | qemu.attach.new-container           |
      And its calls of VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY are
        | platforms                       | call   | on   | answer  |
        | one-window bridges on 4.2..4.11 | <call> | <on> | <gives> |
        | *                               | -      | -    | -       |

      Examples:
        | case                  | program  | call                               | on | gives |
        | before-it-unregisters | qemu-7.2 | -                                  | -  | -     |
        | and-it-unregisters    | qemu-8.2 | VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY | C1 | 0     |

    @HOTPLUG-002
    Scenario Outline: A container that comes later gets the mappings, in <program>
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And <program> runs as "V1" with memory "B1" and no device
      And containers "C1" are those of "V1"
      And the guest of "V1" has put TCE 0x1000003 at 0x2000 of 0x80000000
      When device D.0 is plugged into "V1"
      Then it answers 0, rule qemu.attach.new-container
      And the mappings of "C1" are
        | iova   |
        | <iova> |

      Examples:
        | case  | program   | iova   |
        | v2-2  | qemu-2.2  | -      |
        | v2-4  | qemu-2.4  | -      |
        | v2-5  | qemu-2.5  | 0x2000 |
        | v2-6  | qemu-2.6  | 0x2000 |
        | v2-12 | qemu-2.12 | 0x2000 |
        | v7-2  | qemu-7.2  | 0x2000 |
        | v10-1 | qemu-10.1 | 0x2000 |

    @HOTPLUG-003
    Scenario: A new v2 container gets window and mappings before its device is opened
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and no device
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When device D.0 is plugged into "V1"
      Then it answers 0, rule qemu.attach.new-container
      And its calls of VFIO_SET_IOMMU, VFIO_IOMMU_ENABLE, VFIO_IOMMU_SPAPR_REGISTER_MEMORY, VFIO_IOMMU_SPAPR_TCE_GET_INFO, VFIO_IOMMU_SPAPR_TCE_REMOVE, VFIO_IOMMU_SPAPR_TCE_CREATE, VFIO_IOMMU_MAP_DMA, VFIO_GROUP_GET_DEVICE_FD are
        | platforms  | call                             | on | type | iova | answer |
        | partitions | VFIO_SET_IOMMU                   | C1 | 7    | -    | EPERM  |
        | partitions | VFIO_SET_IOMMU                   | C1 | 2    | -    | 0      |
        | partitions | VFIO_IOMMU_ENABLE                | C1 | -    | -    | 0      |
        | partitions | VFIO_IOMMU_SPAPR_TCE_GET_INFO    | C1 | -    | -    | 0      |
        | partitions | VFIO_IOMMU_MAP_DMA               | C1 | -    | 0x0  | 0      |
        | partitions | VFIO_GROUP_GET_DEVICE_FD         | G1 | -    | -    | fd     |
        | *          | VFIO_SET_IOMMU                   | C1 | 7    | -    | 0      |
        | *          | VFIO_IOMMU_SPAPR_REGISTER_MEMORY | C1 | -    | -    | 0      |
        | *          | VFIO_IOMMU_SPAPR_TCE_GET_INFO    | C1 | -    | -    | 0      |
        | *          | VFIO_IOMMU_SPAPR_TCE_REMOVE      | C1 | -    | -    | 0      |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE      | C1 | -    | -    | 0      |
        | *          | VFIO_IOMMU_MAP_DMA               | C1 | -    | 0x0  | 0      |
        | *          | VFIO_GROUP_GET_DEVICE_FD         | G1 | -    | -    | fd     |

    @HOTPLUG-004
    Scenario: A third group is plugged in after two that need separate containers
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0 and E.0
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      And device A.0 has been plugged into "V1"
      When the guest of "V1" puts TCE 0x1001003 at 0x1000 of 0x80000000
      Then it answers H_SUCCESS, rule guest.tce.written
      And it calls
        | platforms          | call               | on | iova   | answer |
        | two-window bridges | VFIO_IOMMU_MAP_DMA | C1 | 0x1000 | 0      |
        | *                  | VFIO_IOMMU_MAP_DMA | C3 | 0x1000 | 0      |
        | *                  | VFIO_IOMMU_MAP_DMA | C2 | 0x1000 | 0      |
        | *                  | VFIO_IOMMU_MAP_DMA | C1 | 0x1000 | 0      |

  Rule: A guest bridge is an address space, and shares no container with another

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB

    @HOTPLUG-010
    Scenario: A group on another guest bridge gets its own container, without mappings
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When device E.0 is plugged into bridge 1 of "V1"
      Then it answers 0, rule qemu.attach.new-container
      And its calls of VFIO_GROUP_SET_CONTAINER, VFIO_IOMMU_MAP_DMA are
        | call                     | on | container | answer |
        | VFIO_GROUP_SET_CONTAINER | G2 | C2        | 0      |
      When the guest of "V1" puts TCE 0x1000003 at 0x0 of 0x80000100
      Then it answers H_SUCCESS
      And it calls
        | call               | on | iova | answer |
        | VFIO_IOMMU_MAP_DMA | C2 | 0x0  | 0      |

    @HOTPLUG-011
    Scenario: A second device of a group is plugged into the same guest bridge
      Given qemu-7.2 runs as "V1" with memory "B1" and devices E.0
      When device E.1 is plugged into "V1"
      Then it answers 0, rule qemu.attach.same-group
      And it calls
        | call                     | on | as | answer |
        | VFIO_GROUP_GET_DEVICE_FD | G1 | D2 | fd     |
        | VFIO_DEVICE_GET_INFO     | D2 | -  | 0      |

    @HOTPLUG-012
    Scenario: A second device of a group is plugged into another guest bridge
      Given qemu-7.2 runs as "V1" with memory "B1" and devices E.0
      When device E.1 is plugged into bridge 1 of "V1"
      Then it answers failed, rule qemu.group.other-address-space
      And it makes no call

    @HOTPLUG-013
    Scenario: QEMU starts with the devices of one group on two guest bridges
      When qemu-7.2 starts as "V1" with memory "B1" and devices E.0, E.1 on bridge 1
      Then it answers exited, rule qemu.group.other-address-space
      And its calls of close are
        | call  | on |
        | close | G1 |
        | close | C1 |
        | close | D1 |

  Rule: A device that cannot be plugged in does not affect the others

    @HOTPLUG-020
    Scenario: A device that is already plugged in is plugged in again
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When device D.0 is plugged into "V1"
      Then it answers failed, rule qemu.attach.twice
      And it makes no call

    @HOTPLUG-021
    Scenario: A group that another process has open is plugged in
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And group "X1" with two devices
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When device E.0 is plugged into "V1"
      Then it answers failed, rule qemu.group.open
      And it calls
        | call | group | answer |
        | open | E     | EBUSY  |
      When device A.0 is plugged into "V1"
      Then it answers 0

    @HOTPLUG-022
    Scenario: A second container may not lock what the first one locked
      Given one platform for each answer that programs get
      And the process may lock 3 GiB
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When device E.0 is plugged into "V1"
      Then it answers
        | platforms               | answer | rule                       |
        | two-window bridges      | 0      | qemu.attach.joined         |
        | partitions before 6.4   | 0      | qemu.attach.new-container  |
        | partitions on 6.4..6.10 | n/a    | not modelled               |
        | x86                     | n/a    | not modelled               |
        | *                       | failed | qemu.container.not-enabled |
      And its calls of VFIO_IOMMU_ENABLE, close are
        | platforms             | call              | on | answer |
        | two-window bridges    | -                 | -  | -      |
        | partitions before 6.4 | VFIO_IOMMU_ENABLE | C2 | 0      |
        | *                     | VFIO_IOMMU_ENABLE | C2 | ENOMEM |
        | *                     | close             | C2 | 0      |
        | *                     | close             | G2 | 0      |
      When the guest of "V1" puts TCE 0x1001003 at 0x1000 of 0x80000000
      Then it answers H_SUCCESS
      And its calls of VFIO_IOMMU_MAP_DMA are
        | platforms             | call               | on | iova   | answer |
        | partitions before 6.4 | VFIO_IOMMU_MAP_DMA | C2 | 0x1000 | 0      |
        | partitions before 6.4 | VFIO_IOMMU_MAP_DMA | C1 | 0x1000 | 0      |
        | *                     | VFIO_IOMMU_MAP_DMA | C1 | 0x1000 | 0      |

    @HOTPLUG-023
    Scenario: A new container without a window ends QEMU while it cleans up
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And the process may lock 257 MiB
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and no device
      When device D.0 is plugged into "V1"
      Then it answers
        | platforms  | answer  | rule                       |
        | partitions | failed  | qemu.container.not-enabled |
        | *          | aborted | qemu.window.missing        |
