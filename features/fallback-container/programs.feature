Feature: Programs other than QEMU look for a container

  Rule: OpenVMM tries its containers, oldest first, and takes EINVAL alone for "try another one"

    @FALLBACK-CONTAINER-140
    Scenario: OpenVMM with two groups knows type1v2 alone, and so never gets as far on POWER
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When openvmm starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms                                 | answer  | rule                   |
        | x86                                       | running | program.start.running  |
        | p5ioc2, ioda1, ioda2, phb4, phb5, pseries | exited  | openvmm.container.open |
      And its calls of VFIO_GROUP_SET_CONTAINER, VFIO_SET_IOMMU are
        | platforms | call                     | on | container | type | answer |
        | x86       | VFIO_GROUP_SET_CONTAINER | G1 | C1        | -    | 0      |
        | x86       | VFIO_SET_IOMMU           | C1 | -         | 3    | 0      |
        | x86       | VFIO_GROUP_SET_CONTAINER | G2 | C1        | -    | 0      |
        | *         | VFIO_GROUP_SET_CONTAINER | G1 | C1        | -    | 0      |
        | *         | VFIO_SET_IOMMU           | C1 | -         | 3    | ENODEV |

    @FALLBACK-CONTAINER-141
    Scenario: a second group is plugged into OpenVMM, and leaves again
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      And openvmm runs as "V1" with memory "B1" and devices D.0
      When device E.0 is plugged into "V1"
      Then it answers
        | platforms                                 | answer | rule                   |
        | x86                                       | 0      | openvmm.attach.joined  |
        | p5ioc2, ioda1, ioda2, phb4, phb5, pseries | n/a    | openvmm.container.open |
      When device E.0 is unplugged from "V1"
      Then it answers
        | platforms | answer | rule                |
        | x86       | 0      | openvmm.detach.left |

    @FALLBACK-CONTAINER-142
    Scenario: a second device of a group: OpenVMM opens the node of the group twice
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When openvmm starts as "V1" with memory "B1" and devices E.0 and E.1
      Then it answers
        | platforms | answer | rule               |
        | *         | exited | openvmm.group.open |
      And its calls of open are
        | platforms | call | group | answer |
        | *         | open | E     | fd     |
        | *         | open | E     | EBUSY  |

  Rule: rust-vmm and cloud-hypervisor have one container and no fallback, and take type1v2 alone

    @FALLBACK-CONTAINER-143
    Scenario Outline: two groups of <program>
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When <program> starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms                                 | answer  | rule                   |
        | x86                                       | running | program.start.running  |
        | p5ioc2, ioda1, ioda2, phb4, phb5, pseries | exited  | rustvmm.container.open |
      And its calls of VFIO_GROUP_SET_CONTAINER are
        | platforms | call                     | on | container | answer |
        | x86       | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | x86       | VFIO_GROUP_SET_CONTAINER | G2 | C1        | 0      |
        | *         | -                        | -  | -         | -      |

      Examples:
        | case             | program          |
        | rust-vmm         | rust-vmm         |
        | cloud-hypervisor | cloud-hypervisor |

  Rule: libvfn had one container for all groups, and has one for each since 2026

    @FALLBACK-CONTAINER-144
    Scenario Outline: two groups of Type1 by <program>
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When <program> starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms                                 | answer | rule                  |
        | x86                                       | <x86>  | <why>                 |
        | p5ioc2, ioda1, ioda2, phb4, phb5, pseries | exited | libvfn.container.open |
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

  Rule: DPDK has one container and no fallback: a group that it does not take cannot be had, and it goes on

    @FALLBACK-CONTAINER-145
    Scenario Outline: <program> tries the types one after the other
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB in pages of 2m
      When <program> starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms                  | answer  | rule                  |
        | ioda1, ioda2 on 4.1        | running | dpdk.container.open   |
        | p5ioc2, ioda1 on 4.2..4.11 | running | dpdk.window.refused   |
        | ioda1 on 4.12..6.3         | running | dpdk.attach.no-type   |
        | ioda2 on 4.2..6.12         | running | dpdk.window.refused   |
        | phb4, phb5                 | running | program.start.running |
        | pseries on 4.15..6.10      | running | dpdk.attach.no-type   |
        | pseries on 6.12            | running | dpdk.window.refused   |
        | x86                        | running | program.start.running |
      And its calls of VFIO_SET_IOMMU are
        | platforms             | call           | on | type | answer |
        | ioda1, ioda2 on 4.1   | -              | -  | -    | -      |
        | x86                   | VFIO_SET_IOMMU | C1 | 1    | 0      |
        | ioda1 on 4.12..6.3    | VFIO_SET_IOMMU | C1 | 1    | ENODEV |
        | ioda1 on 4.12..6.3    | VFIO_SET_IOMMU | C1 | 7    | EPERM  |
        | ioda1 on 4.12..6.3    | VFIO_SET_IOMMU | C1 | 8    | ENODEV |
        | pseries on 4.15..5.18 | VFIO_SET_IOMMU | C1 | 1    | ENODEV |
        | pseries on 4.15..5.18 | VFIO_SET_IOMMU | C1 | 7    | EPERM  |
        | pseries on 4.15..5.18 | VFIO_SET_IOMMU | C1 | 8    | ENODEV |
        | pseries on 6.4..6.10  | VFIO_SET_IOMMU | C1 | 1    | ENODEV |
        | pseries on 6.4..6.10  | VFIO_SET_IOMMU | C1 | 7    | EINVAL |
        | pseries on 6.4..6.10  | VFIO_SET_IOMMU | C1 | 8    | ENODEV |
        | *                     | VFIO_SET_IOMMU | C1 | 1    | ENODEV |
        | *                     | VFIO_SET_IOMMU | C1 | 7    | 0      |

      Examples:
        | case  | program    |
        | v2607 | dpdk-26.07 |
        | spdk  | spdk       |

    @FALLBACK-CONTAINER-146
    Scenario Outline: the window that <program> makes for its memory
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB in pages of 2m
      When <program> starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms                  | answer  | rule                  |
        | ioda1, ioda2 on 4.1        | running | dpdk.container.open   |
        | p5ioc2, ioda1 on 4.2..4.11 | running | dpdk.window.refused   |
        | ioda1 on 4.12..6.3         | running | dpdk.attach.no-type   |
        | ioda2 on 4.2..6.12         | running | dpdk.window.refused   |
        | phb4, phb5                 | running | program.start.running |
        | pseries on 4.15..6.10      | running | dpdk.attach.no-type   |
        | pseries on 6.12            | running | dpdk.window.refused   |
        | x86                        | running | program.start.running |

      Examples:
        | case  | program    |
        | v1705 | dpdk-17.05 |
        | v2002 | dpdk-20.02 |
        | v2607 | dpdk-26.07 |

    @FALLBACK-CONTAINER-147
    Scenario: a second group of DPDK 26.07
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB in pages of 2m
      And dpdk-26.07 runs as "V1" with memory "B1" and devices D.0
      When device E.0 is plugged into "V1"
      Then it answers
        | platforms                  | answer | rule                  |
        | ioda1, ioda2 on 4.1        | failed | dpdk.container.open   |
        | p5ioc2, ioda1 on 4.2..4.11 | failed | dpdk.window.refused   |
        | ioda1 on 4.12..6.3         | failed | dpdk.attach.no-type   |
        | ioda2 on 4.2..6.12         | failed | dpdk.window.refused   |
        | phb4, phb5                 | 0      | dpdk.attach.joined    |
        | pseries on 4.15..5.18      | failed | dpdk.attach.no-type   |
        | pseries on 6.4..6.10       | failed | dpdk.attach.not-taken |
        | pseries on 6.12            | failed | dpdk.window.refused   |
        | x86                        | 0      | dpdk.attach.joined    |
      And its calls of VFIO_GROUP_SET_CONTAINER, VFIO_GROUP_GET_DEVICE_FD, VFIO_DEVICE_GET_INFO are
        | platforms            | call                     | on | answer |
        | ioda1, ioda2 on 4.1  | -                        | -  | -      |
        | phb4, phb5, x86      | VFIO_GROUP_SET_CONTAINER | G2 | 0      |
        | phb4, phb5, x86      | VFIO_GROUP_GET_DEVICE_FD | G2 | fd     |
        | phb4, phb5, x86      | VFIO_DEVICE_GET_INFO     | D2 | 0      |
        | pseries on 6.4..6.10 | VFIO_GROUP_SET_CONTAINER | G2 | EBUSY  |
        | *                    | VFIO_GROUP_SET_CONTAINER | G2 | 0      |
      When device E.0 is unplugged from "V1"
      Then it answers
        | platforms       | answer | rule                   |
        | phb4, phb5, x86 | 0      | dpdk.detach.left       |
        | *               | failed | program.detach.unknown |

    @FALLBACK-CONTAINER-148
    Scenario: two groups of DPDK 26.07: a device that it cannot have does not end it
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB in pages of 2m
      When dpdk-26.07 starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms                  | answer  | rule                  |
        | ioda1, ioda2 on 4.1        | running | dpdk.container.open   |
        | p5ioc2, ioda1 on 4.2..4.11 | running | dpdk.window.refused   |
        | ioda1 on 4.12..6.3         | running | dpdk.attach.no-type   |
        | ioda2 on 4.2..6.12         | running | dpdk.window.refused   |
        | phb4, phb5                 | running | program.start.running |
        | pseries on 4.15..5.18      | running | dpdk.attach.no-type   |
        | pseries on 6.4..6.10       | running | dpdk.attach.not-taken |
        | pseries on 6.12            | running | dpdk.window.refused   |
        | x86                        | running | program.start.running |
