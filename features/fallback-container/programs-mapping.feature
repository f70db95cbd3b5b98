Feature: How programs other than QEMU map their memory

  Rule: All memory is mapped for the first device

    Background:
      Given one platform for each answer that programs get

    @FALLBACK-CONTAINER-155
    Scenario Outline: <program> may not lock its memory
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
    Scenario Outline: Memory is added to <program>
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
    Scenario Outline: Memory is added to DPDK or SPDK: <case>
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
    Scenario Outline: Memory is added after the first device of <program>
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
    Scenario: rust-vmm adds memory before its first device, and quits
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
    Scenario: DPDK creates its window, but may not lock memory to fill it
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
    Scenario: DPDK continues without a device that it cannot use
      Given of these, a host that makes windows and a partition that has one
      And group "X1" with two devices
      And memory "B1" of 256 MiB in pages of 2m
      When dpdk-26.07 starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms  | answer  | rule                   |
        | partitions | running | dpdk.group.open        |
        | *          | running | program.start.left-out |
