Feature: Programs other than QEMU over their life

  Rule: A second group joins the program's container, or gets one of its own

    Background:
      Given one platform for each answer that programs get

    @FALLBACK-CONTAINER-150
    Scenario Outline: A second group is plugged into <program>, and both leave
      Given memory "B1" of 256 MiB
      And <program> runs as "V1" with memory "B1" and devices D.0
      When device E.0 is plugged into "V1"
      Then it answers 0, rule <joined>
      When device E.0 is unplugged from "V1"
      Then it answers 0, rule <left>
      When device D.0 is unplugged from "V1"
      Then it answers 0, rule <last>

      Examples:
        | case             | program          | joined                      | none                   | left                | last                |
        | rust-vmm         | rust-vmm         | rustvmm.attach.joined       | rustvmm.container.open | rustvmm.detach.left | rustvmm.detach.last |
        | cloud-hypervisor | cloud-hypervisor | rustvmm.attach.joined       | rustvmm.container.open | rustvmm.detach.left | rustvmm.detach.last |
        | libvfn-2024      | libvfn-2024      | libvfn.attach.joined        | libvfn.container.open  | libvfn.detach.left  | libvfn.detach.left  |
        | libvfn-2026      | libvfn-2026      | libvfn.attach.own-container | libvfn.container.open  | libvfn.detach.left  | libvfn.detach.left  |

    @FALLBACK-CONTAINER-151
    Scenario Outline: The first group is plugged into <program>
      Given memory "B1" of 256 MiB in pages of 2m
      And <program> runs as "V1" with memory "B1" and no device
      When device E.0 is plugged into "V1"
      Then it answers
        | platforms | answer | rule    |
        | x86       | 0      | <first> |
        | *         | failed | <none>  |

      Examples:
        | case             | program          | first                        | none                   |
        | openvmm          | openvmm          | openvmm.attach.new-container | openvmm.container.open |
        | rust-vmm         | rust-vmm         | rustvmm.attach.first         | rustvmm.container.open |
        | cloud-hypervisor | cloud-hypervisor | rustvmm.attach.first         | rustvmm.container.open |

    @FALLBACK-CONTAINER-152
    Scenario Outline: A second device of the same group is plugged into <program>
      Given memory "B1" of 256 MiB in pages of 2m
      And <program> runs as "V1" with memory "B1" and devices E.0
      When device E.1 is plugged into "V1"
      Then it answers <x86>, rule <same>

      Examples:
        | case        | program     | x86    | same                      | none                   |
        | rust-vmm    | rust-vmm    | 0      | rustvmm.attach.same-group | rustvmm.container.open |
        | libvfn-2023 | libvfn-2023 | 0      | libvfn.attach.same-group  | libvfn.container.open  |
        | libvfn-2024 | libvfn-2024 | failed | libvfn.group.open         | libvfn.container.open  |
        | libvfn-2026 | libvfn-2026 | 0      | libvfn.attach.same-group  | libvfn.container.open  |

    @FALLBACK-CONTAINER-162
    Scenario Outline: The only device of <program> is unplugged and plugged in again
      Given memory "B1" of 256 MiB
      And <program> runs as "V1" with memory "B1" and devices D.0
      When device D.0 is unplugged from "V1"
      Then it answers 0, rule libvfn.detach.left
      And its calls of close are
        | call  | on | answer |
        | close | D1 | 0      |
        | close | G1 | 0      |
        | close | C1 | 0      |
      When device D.0 is plugged into "V1"
      Then it answers 0, rule libvfn.attach.own-container
      And its calls of VFIO_IOMMU_MAP_DMA are
        | call               | on | iova | size       | answer |
        | VFIO_IOMMU_MAP_DMA | C2 | <at> | 0x10000000 | 0      |

      Examples:
        | case        | program     | at         |
        | libvfn-2024 | libvfn-2024 | 0x10020000 |
        | libvfn-2026 | libvfn-2026 | 0x10000    |

    @FALLBACK-CONTAINER-163
    Scenario: libvfn-2023 keeps the group open while its only device is unplugged
      Given memory "B1" of 256 MiB
      And libvfn-2023 runs as "V1" with memory "B1" and devices D.0
      When device D.0 is unplugged from "V1"
      Then it answers 0, rule libvfn.detach.kept
      And it calls
        | call  | on | answer |
        | close | D1 | 0      |
      When device D.0 is plugged into "V1"
      Then it answers 0, rule libvfn.attach.same-group
      And it calls
        | call                     | on | answer |
        | VFIO_GROUP_GET_DEVICE_FD | G1 | fd     |
        | VFIO_DEVICE_GET_INFO     | D2 | 0      |

    @FALLBACK-CONTAINER-153
    Scenario Outline: DPDK and SPDK give a group back, but keep the container: <program>
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB in pages of 2m
      And <program> runs as "V1" with memory "B1" and no device
      When device E.0 is plugged into "V1"
      Then it answers
        | platforms  | answer | rule                |
        | partitions | failed | dpdk.attach.no-type |
        | *          | 0      | <first>             |
      When device E.1 is plugged into "V1"
      Then it answers
        | platforms  | answer | rule                |
        | partitions | failed | dpdk.attach.no-type |
        | *          | 0      | <same>              |
      When device E.0 is unplugged from "V1"
      Then it answers
        | platforms  | answer | rule   |
        | partitions | failed |        |
        | *          | 0      | <left> |
      When device E.1 is unplugged from "V1"
      Then it answers
        | platforms  | answer | rule   |
        | partitions | failed |        |
        | *          | 0      | <last> |

      Examples:
        | case  | program    | first             | same                   | left             | last             |
        | v2607 | dpdk-26.07 | dpdk.attach.first | dpdk.attach.same-group | dpdk.detach.left | dpdk.detach.left |
        | spdk  | spdk       | dpdk.attach.first | dpdk.attach.same-group | dpdk.detach.left | dpdk.detach.left |

  Rule: A group that another process has open cannot be used

    @FALLBACK-CONTAINER-154
    Scenario Outline: <program> needs a group that another process has open
      Given one platform for each answer that programs get
      And group "X1" with two devices
      And memory "B1" of 256 MiB in pages of 2m
      When <program> starts as "V1" with memory "B1" and devices E.0
      Then it answers
        | platforms | answer | rule   |
        | x86       | <then> | <rule> |
        | *         | <then> |        |

      Examples:
        | case     | program     | then    | rule               |
        | dpdk     | dpdk-26.07  | running | dpdk.group.open    |
        | libvfn   | libvfn-2024 | exited  | libvfn.group.open  |
        | rust-vmm | rust-vmm    | exited  | rustvmm.group.open |
