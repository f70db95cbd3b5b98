Feature: Programs other than QEMU over their life

  Rule: Who has one container puts a second group into it, or opens another one for each

    Background:
      Given one platform for each answer that programs get

    @FALLBACK-CONTAINER-150
    Scenario Outline: a second group is plugged into <program>, and both leave
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
    Scenario Outline: the first group of <program>
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
    Scenario Outline: a second device of a group of <program>
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
    Scenario Outline: the only device of <program> goes and comes back
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
    Scenario: the only device of libvfn-2023 goes and comes back, and its group stays open
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
    Scenario Outline: DPDK and SPDK give a group back, and keep the container: <program>
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

  Rule: A group that somebody else has open cannot be had

    @FALLBACK-CONTAINER-154
    Scenario Outline: a group that is open elsewhere, and <program>
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

  Rule: All memory is mapped for the first device

    Background:
      Given one platform for each answer that programs get

    @FALLBACK-CONTAINER-155
    Scenario Outline: memory that may not be locked, and <program>
      Given the process may lock 100 MiB
      And memory "B1" of 256 MiB
      When <program> starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms | answer | rule   |
        | x86       | <x86>  | <rule> |
        | *         | exited | <none> |

      Examples:
        | case        | program     | x86    | rule                     | none                   |
        | openvmm     | openvmm     | exited | openvmm.container.memory | openvmm.container.open |
        | rust-vmm    | rust-vmm    | exited | rustvmm.container.memory | rustvmm.container.open |
        | libvfn-2024 | libvfn-2024 | exited | libvfn.memory.not-mapped | libvfn.container.open  |

    @FALLBACK-CONTAINER-156
    Scenario Outline: more memory for <program>
      Given memory "B1" of 256 MiB
      And memory "B2" of 256 MiB
      And <program> runs as "V1" with memory "B1" and devices D.0
      When memory "B2" is plugged into "V1"
      Then it answers 0, rule <mapped>

      Examples:
        | case        | program     | mapped                | none                   |
        | rust-vmm    | rust-vmm    | rustvmm.memory.mapped | rustvmm.container.open |
        | libvfn-2024 | libvfn-2024 | libvfn.memory.mapped  | libvfn.container.open  |

    @FALLBACK-CONTAINER-157
    Scenario Outline: more memory for DPDK or SPDK: <case>
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB in pages of 2m
      And memory "B2" of 256 MiB in pages of 2m
      And <program> runs as "V1" with memory "B1" and no device
      When memory "B2" is plugged into "V1"
      Then it answers <is>, rule <before>
      And it makes no call
      When device D.0 is plugged into "V1"
      Then it answers
        | platforms  | answer | rule                |
        | partitions | failed | dpdk.attach.no-type |
        | *          | <plug> | <first>             |

      Examples:
        | case  | program    | is     | before                | plug | first             |
        | v1705 | dpdk-17.05 | failed | dpdk.memory.fixed     | 0    | dpdk.attach.first |
        | v2607 | dpdk-26.07 | 0      | dpdk.memory.no-device | 0    | dpdk.attach.first |
        | spdk  | spdk       | 0      | spdk.memory.later     | 0    | spdk.attach.first |

    @FALLBACK-CONTAINER-158
    Scenario Outline: more memory after the first device of <program>
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB in pages of 2m
      And memory "B2" of 256 MiB in pages of 2m
      And <program> runs as "V1" with memory "B1" and devices D.0
      When memory "B2" is plugged into "V1"
      Then it answers
        | platforms  | answer | rule      |
        | partitions | 0      | <without> |
        | *          | 0      | <rule>    |
      When device D.0 is unplugged from "V1"
      Then it answers
        | platforms  | answer | rule                   |
        | partitions | failed | program.detach.unknown |
        | *          | 0      | <last>                 |
      And its calls of VFIO_IOMMU_UNMAP_DMA are
        | platforms  | call     | on     | answer   |
        | partitions | -        | -      | -        |
        | *          | <unmaps> | <what> | <answer> |

      Examples:
        | case  | program    | rule                | without               | last             | unmaps               | what | answer |
        | v2607 | dpdk-26.07 | dpdk.memory.ignored | dpdk.memory.no-device | dpdk.detach.left | -                    | -    | -      |
        | spdk  | spdk       | spdk.memory.mapped  | spdk.memory.later     | spdk.detach.last | VFIO_IOMMU_UNMAP_DMA | C1   | EINVAL |

    @FALLBACK-CONTAINER-159
    Scenario: memory of rust-vmm before its first device, and its end
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And memory "B2" of 256 MiB
      And rust-vmm runs as "V1" with memory "B1" and no device
      When memory "B2" is plugged into "V1"
      Then it answers 0, rule rustvmm.memory.no-container
      When device D.0 is unplugged from "V1"
      Then it answers failed, rule program.detach.unknown
      When "V1" quits
      Then it answers 0, rule program.quit

    @FALLBACK-CONTAINER-160
    Scenario: DPDK may not lock its memory: the window is made, and not filled
      Given the process may lock 100 MiB
      And memory "B1" of 256 MiB in pages of 2m
      When dpdk-26.07 starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms               | answer  | rule                   |
        | bridges before 4.2      | running | dpdk.container.open    |
        | ioda1 since 4.12        | running | dpdk.attach.no-type    |
        | POWER9 and later        | running | dpdk.memory.not-mapped |
        | partitions before 6.4   | running | dpdk.attach.no-type    |
        | partitions on 6.4..6.10 | running | dpdk.attach.no-type    |
        | x86                     | running | dpdk.memory.not-mapped |
        | *                       | running | dpdk.window.refused    |

    @FALLBACK-CONTAINER-161
    Scenario: DPDK runs without a device that it cannot have
      Given of these, a host that makes windows and a partition that has one
      And group "X1" with two devices
      And memory "B1" of 256 MiB in pages of 2m
      When dpdk-26.07 starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms  | answer  | rule                   |
        | partitions | running | dpdk.group.open        |
        | *          | running | program.start.left-out |
