Feature: What a version of QEMU comes to

  Rule: Before 2.7 QEMU knows v1 alone, and needs no window but the one that is there

    @FALLBACK-CONTAINER-110
    Scenario Outline: one group and v1 alone, in <program>
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When <program> starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms                       | answer  | rule                        |
        | two-window bridges on 4.12..6.3 | exited  | qemu.container.type-refused |
        | *                               | running | qemu.start.running          |
      And its calls of VFIO_SET_IOMMU are
        | platforms                       | call           | on | type  | answer |
        | two-window bridges on 4.12..6.3 | VFIO_SET_IOMMU | C1 | 2     | EPERM  |
        | x86                             | VFIO_SET_IOMMU | C1 | <x86> | 0      |
        | *                               | VFIO_SET_IOMMU | C1 | 2     | 0      |

      Examples:
        | case | program  | x86 |
        | v2-2 | qemu-2.2 | 1   |
        | v2-4 | qemu-2.4 | 3   |
        | v2-6 | qemu-2.6 | 3   |

  Rule: From 2.7 to 2.11 QEMU takes v2 where it is announced, or gives the device up

    @FALLBACK-CONTAINER-111
    Scenario Outline: one group and v2 or nothing, in <program>
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When <program> starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms                       | answer  | rule                                |
        | one-window bridges on 4.2..4.11 | exited  | qemu.container.default-window-stays |
        | ioda1 since 4.12                | exited  | qemu.container.type-refused         |
        | partitions before 6.4           | exited  | qemu.container.type-refused         |
        | partitions on 6.4..6.10         | exited  | qemu.container.type-refused         |
        | partitions since 6.11           | <lpar>  | <why>                               |
        | *                               | running | qemu.start.running                  |
      And its calls of VFIO_SET_IOMMU are
        | platforms               | call           | on | type | answer |
        | bridges before 4.2      | VFIO_SET_IOMMU | C1 | 2    | 0      |
        | ioda1 since 4.12        | VFIO_SET_IOMMU | C1 | 7    | EPERM  |
        | partitions before 6.4   | VFIO_SET_IOMMU | C1 | 7    | EPERM  |
        | partitions on 6.4..6.10 | VFIO_SET_IOMMU | C1 | 7    | EINVAL |
        | x86                     | VFIO_SET_IOMMU | C1 | 3    | 0      |
        | *                       | VFIO_SET_IOMMU | C1 | 7    | 0      |

      Examples:
        | case  | program   | lpar    | why                |
        | v2-7  | qemu-2.7  | running | qemu.start.running |
        | v2-11 | qemu-2.11 | aborted | qemu.window.abort  |

  Rule: Since 2.12 v1 is set where v2 is refused; since 10.1 a partition of 6.12 works

    @FALLBACK-CONTAINER-112
    Scenario Outline: one group and v1 in the place of v2, in <program>
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When <program> starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms                       | answer  | rule                                |
        | one-window bridges on 4.2..4.11 | exited  | qemu.container.default-window-stays |
        | partitions since 6.11           | <lpar>  | <why>                               |
        | *                               | running | qemu.start.running                  |

      Examples:
        | case  | program   | lpar    | why                |
        | v2-12 | qemu-2.12 | aborted | qemu.window.abort  |
        | v4-0  | qemu-4.0  | aborted | qemu.window.abort  |
        | v8-2  | qemu-8.2  | aborted | qemu.window.abort  |
        | v10-0 | qemu-10.0 | aborted | qemu.window.abort  |
        | v10-1 | qemu-10.1 | running | qemu.start.running |

    @FALLBACK-CONTAINER-113
    Scenario Outline: a default window that stays: what happens to the memory, in <program>
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When <program> starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms                       | answer  | rule                                |
        | one-window bridges on 4.2..4.11 | exited  | qemu.container.default-window-stays |
        | partitions since 6.11           | aborted | qemu.window.abort                   |
        | *                               | running |                                     |
      And its calls of VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY are
        | platforms                       | call     | answer |
        | one-window bridges on 4.2..4.11 | <undone> | <is>   |
        | *                               | -        | -      |

      Examples:
        | case | program  | undone                             | is |
        | v7-2 | qemu-7.2 | -                                  | -  |
        | v8-2 | qemu-8.2 | VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY | 0  |

  Rule: A new container is asked for the types that it knows, in an order that changed

    @FALLBACK-CONTAINER-114
    Scenario Outline: questions of <program>
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      When <program> starts as "V1" with memory "B1" and devices D.0
      Then its calls of VFIO_CHECK_EXTENSION are
        | call                 | extension | answer |
        | VFIO_CHECK_EXTENSION | <first>   | 0      |
        | VFIO_CHECK_EXTENSION | <second>  | <is>   |
        | VFIO_CHECK_EXTENSION | <third>   | 1      |

      Examples:
        | case | program  | first | second | is | third |
        | v2-3 | qemu-2.3 | 1     | 3      | 0  | 2     |
        | v2-6 | qemu-2.6 | 1     | 3      | 0  | 2     |
        | v4-0 | qemu-4.0 | 3     | 1      | 0  | 7     |
        | v7-2 | qemu-7.2 | 3     | 1      | 0  | 7     |

  Rule: Groups of one bridge of the guest share where the host lets them; bridges never do

    @FALLBACK-CONTAINER-115
    Scenario: two groups of one PHB of the host, and one more on a second bridge
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      When qemu-7.2 starts as "V1" with memory "B1" and devices A.0, B.0, D.0 on bridge 1
      Then it answers running, rule qemu.start.running
      And its calls of VFIO_GROUP_SET_CONTAINER are
        | platforms          | call                     | on | container | answer |
        | two-window bridges | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | two-window bridges | VFIO_GROUP_SET_CONTAINER | G2 | C1        | 0      |
        | two-window bridges | VFIO_GROUP_SET_CONTAINER | G3 | C2        | 0      |
        | *                  | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | *                  | VFIO_GROUP_SET_CONTAINER | G2 | C1        | EBUSY  |
        | *                  | VFIO_GROUP_SET_CONTAINER | G2 | C2        | 0      |
        | *                  | VFIO_GROUP_SET_CONTAINER | G3 | C3        | 0      |
      And its calls of VFIO_IOMMU_SPAPR_TCE_CREATE, VFIO_EEH_PE_OP are
        | platforms  | call                        | on | pe_op | answer |
        | partitions | VFIO_EEH_PE_OP              | C3 | 1     | ENODEV |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | C2 | -     | 0      |
        | *          | VFIO_EEH_PE_OP              | C2 | 1     | 0      |
        | *          | VFIO_IOMMU_SPAPR_TCE_CREATE | C1 | -     | 0      |

    @FALLBACK-CONTAINER-116
    Scenario: a bridge of the guest for each group, as libvirt places them
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0, E.0 on bridge 1
      Then it answers
        | platforms                       | answer  | rule                                |
        | one-window bridges on 4.2..4.11 | exited  | qemu.container.default-window-stays |
        | partitions on 6.4..6.10         | exited  | qemu.container.not-taken            |
        | partitions since 6.11           | aborted | qemu.window.abort                   |
        | x86                             | n/a     | not modelled                        |
        | *                               | running | qemu.start.running                  |
