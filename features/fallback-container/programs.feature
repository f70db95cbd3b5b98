Feature: Programs other than QEMU look for a container

  Rule: OpenVMM tries its containers, oldest first, and goes on to the next only after EINVAL

    Background:
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB

    @FALLBACK-CONTAINER-140
    Scenario: OpenVMM with two groups tries only type1v2, and fails on POWER
      When openvmm starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms | answer  | rule                   |
        | x86       | running | program.start.running  |
        | *         | exited  | openvmm.container.open |
      And its calls of VFIO_GROUP_SET_CONTAINER, VFIO_SET_IOMMU are
        | platforms | call                     | on | container | type | answer |
        | x86       | VFIO_GROUP_SET_CONTAINER | G1 | C1        | -    | 0      |
        | x86       | VFIO_SET_IOMMU           | C1 | -         | 3    | 0      |
        | x86       | VFIO_GROUP_SET_CONTAINER | G2 | C1        | -    | 0      |
        | *         | VFIO_GROUP_SET_CONTAINER | G1 | C1        | -    | 0      |
        | *         | VFIO_SET_IOMMU           | C1 | -         | 3    | ENODEV |

    @FALLBACK-CONTAINER-141
    Scenario: A second group is plugged into OpenVMM, and leaves again
      Given openvmm runs as "V1" with memory "B1" and devices D.0
      When device E.0 is plugged into "V1"
      Then it answers 0, rule openvmm.attach.joined
      When device E.0 is unplugged from "V1"
      Then it answers 0, rule openvmm.detach.left

    @FALLBACK-CONTAINER-142
    Scenario: OpenVMM opens the node of a group twice for its second device
      When openvmm starts as "V1" with memory "B1" and devices E.0 and E.1
      Then it answers exited, rule openvmm.group.open
      And its calls of open are
        | call | group | answer |
        | open | E     | fd     |
        | open | E     | EBUSY  |

  Rule: rust-vmm and cloud-hypervisor have one container, no fallback, and only type1v2

    @FALLBACK-CONTAINER-143
    Scenario Outline: <program> sets up two groups
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When <program> starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms | answer  | rule                   |
        | x86       | running | program.start.running  |
        | *         | exited  | rustvmm.container.open |
      And its calls of VFIO_GROUP_SET_CONTAINER are
        | platforms | call                     | on | container | answer |
        | x86       | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | x86       | VFIO_GROUP_SET_CONTAINER | G2 | C1        | 0      |
        | *         | -                        | -  | -         | -      |

      Examples:
        | case             | program          |
        | rust-vmm         | rust-vmm         |
        | cloud-hypervisor | cloud-hypervisor |

  Rule: libvfn has a container for each group since 2026, and had one for all before

    @FALLBACK-CONTAINER-144
    Scenario Outline: <program> sets up two Type1 groups
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When <program> starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms | answer | rule                  |
        | x86       | <x86>  | <why>                 |
        | *         | exited | libvfn.container.open |
      And its calls of VFIO_GROUP_SET_CONTAINER are
        | platforms | call                     | on | container   | answer |
        | x86       | VFIO_GROUP_SET_CONTAINER | G1 | C1          | 0      |
        | x86       | VFIO_GROUP_SET_CONTAINER | G2 | <container> | 0      |
        | *         | -                        | -  | -           | -      |

      Examples:
        | case        | program     | x86     | why                   | container |
        | libvfn-2023 | libvfn-2023 | exited  | libvfn.container.type | C1        |
        | libvfn-2024 | libvfn-2024 | running | program.start.running | C1        |
        | libvfn-2026 | libvfn-2026 | running | program.start.running | C2        |

  Rule: DPDK has one container and no fallback: it continues without a group that does not fit

    Background:
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB in pages of 2m

    @FALLBACK-CONTAINER-145
    Scenario Outline: <program> tries the IOMMU types in turn
      When <program> starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms               | answer  | rule                  |
        | bridges before 4.2      | running | dpdk.container.open   |
        | ioda1 since 4.12        | running | dpdk.attach.no-type   |
        | POWER9 and later        | running | program.start.running |
        | partitions before 6.4   | running | dpdk.attach.no-type   |
        | partitions on 6.4..6.10 | running | dpdk.attach.no-type   |
        | x86                     | running | program.start.running |
        | *                       | running | dpdk.window.refused   |
      And its calls of VFIO_SET_IOMMU are
        | platforms                               | call           | on | type | answer |
        | bridges before 4.2                      | -              | -  | -    | -      |
        | partitions before 6.4, ioda1 since 4.12 | VFIO_SET_IOMMU | C1 | 1    | ENODEV |
        | partitions before 6.4, ioda1 since 4.12 | VFIO_SET_IOMMU | C1 | 7    | EPERM  |
        | partitions before 6.4, ioda1 since 4.12 | VFIO_SET_IOMMU | C1 | 8    | ENODEV |
        | partitions on 6.4..6.10                 | VFIO_SET_IOMMU | C1 | 1    | ENODEV |
        | partitions on 6.4..6.10                 | VFIO_SET_IOMMU | C1 | 7    | EINVAL |
        | partitions on 6.4..6.10                 | VFIO_SET_IOMMU | C1 | 8    | ENODEV |
        | x86                                     | VFIO_SET_IOMMU | C1 | 1    | 0      |
        | *                                       | VFIO_SET_IOMMU | C1 | 1    | ENODEV |
        | *                                       | VFIO_SET_IOMMU | C1 | 7    | 0      |
      And its calls of VFIO_GET_API_VERSION are
        | platforms          | call                 | on | answer |
        | bridges before 4.2 | VFIO_GET_API_VERSION | C1 | 0      |
        | bridges before 4.2 | VFIO_GET_API_VERSION | C2 | 0      |
        | *                  | VFIO_GET_API_VERSION | C1 | 0      |

      Examples:
        | case  | program    |
        | v2607 | dpdk-26.07 |
        | spdk  | spdk       |

    @FALLBACK-CONTAINER-146
    Scenario Outline: <program> creates a window for its memory
      When <program> starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms               | answer  | rule                  |
        | bridges before 4.2      | running | dpdk.container.open   |
        | ioda1 since 4.12        | running | dpdk.attach.no-type   |
        | POWER9 and later        | running | program.start.running |
        | partitions before 6.4   | running | dpdk.attach.no-type   |
        | partitions on 6.4..6.10 | running | dpdk.attach.no-type   |
        | x86                     | running | program.start.running |
        | *                       | running | dpdk.window.refused   |

      Examples:
        | case  | program    |
        | v1705 | dpdk-17.05 |
        | v2002 | dpdk-20.02 |
        | v2607 | dpdk-26.07 |

    @FALLBACK-CONTAINER-147
    Scenario: A second group is plugged into DPDK 26.07
      Given dpdk-26.07 runs as "V1" with memory "B1" and devices D.0
      When device E.0 is plugged into "V1"
      Then it answers
        | platforms               | answer | rule                  |
        | bridges before 4.2      | failed | dpdk.container.open   |
        | ioda1 since 4.12        | failed | dpdk.attach.no-type   |
        | POWER9 and later        | 0      | dpdk.attach.joined    |
        | partitions before 6.4   | failed | dpdk.attach.no-type   |
        | partitions on 6.4..6.10 | failed | dpdk.attach.not-taken |
        | x86                     | 0      | dpdk.attach.joined    |
        | *                       | failed | dpdk.window.refused   |
      And its calls of VFIO_GROUP_SET_CONTAINER, VFIO_GROUP_GET_DEVICE_FD, VFIO_DEVICE_GET_INFO are
        | platforms               | call                     | on | answer |
        | bridges before 4.2      | -                        | -  | -      |
        | POWER9 and later, x86   | VFIO_GROUP_SET_CONTAINER | G2 | 0      |
        | POWER9 and later, x86   | VFIO_GROUP_GET_DEVICE_FD | G2 | fd     |
        | POWER9 and later, x86   | VFIO_DEVICE_GET_INFO     | D2 | 0      |
        | partitions on 6.4..6.10 | VFIO_GROUP_SET_CONTAINER | G2 | EBUSY  |
        | *                       | VFIO_GROUP_SET_CONTAINER | G2 | 0      |
      When device E.0 is unplugged from "V1"
      Then it answers
        | platforms        | answer | rule                   |
        | POWER9 and later | 0      | dpdk.detach.left       |
        | x86              | 0      | dpdk.detach.left       |
        | *                | failed | program.detach.unknown |

    @FALLBACK-CONTAINER-148
    Scenario: DPDK 26.07 starts with two groups, and continues without a refused one
      When dpdk-26.07 starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms               | answer  | rule                  |
        | bridges before 4.2      | running | dpdk.container.open   |
        | ioda1 since 4.12        | running | dpdk.attach.no-type   |
        | POWER9 and later        | running | program.start.running |
        | partitions before 6.4   | running | dpdk.attach.no-type   |
        | partitions on 6.4..6.10 | running | dpdk.attach.not-taken |
        | x86                     | running | program.start.running |
        | *                       | running | dpdk.window.refused   |
      And its calls of VFIO_GET_API_VERSION are
        | platforms          | call                 | on | answer |
        | bridges before 4.2 | VFIO_GET_API_VERSION | C1 | 0      |
        | bridges before 4.2 | VFIO_GET_API_VERSION | C2 | 0      |
        | bridges before 4.2 | VFIO_GET_API_VERSION | C3 | 0      |
        | *                  | VFIO_GET_API_VERSION | C1 | 0      |
