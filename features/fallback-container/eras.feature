Feature: How each version of QEMU sets up a container

  Rule: Before 2.7 QEMU uses only v1, and only the window that exists

    @FALLBACK-CONTAINER-110
    Scenario Outline: QEMU before 2.7 sets up one group with v1: <program>
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

  Rule: From 2.7 to 2.11 QEMU uses v2 where it is reported, or fails the device

    @FALLBACK-CONTAINER-111
    Scenario Outline: QEMU from 2.7 to 2.11 sets up one group with v2, or exits: <program>
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

  Rule: Since 2.12 QEMU falls back to v1 where v2 is refused; since 10.1 it works on a 6.12 partition

    @FALLBACK-CONTAINER-112
    Scenario Outline: QEMU since 2.12 sets up one group with v1 if v2 is refused: <program>
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
    Scenario Outline: What QEMU does with memory when the default window stays: <program>
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

  Rule: QEMU asks a new container for its types, in an order that depends on the version

    @FALLBACK-CONTAINER-114
    Scenario Outline: IOMMU types that a new container is asked for: <program>
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

  Rule: Groups on one guest bridge share a container if the host allows it; guest bridges never do

    @FALLBACK-CONTAINER-115
    Scenario: Two groups of one host PHB, and a third on a second guest bridge
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
    Scenario: One guest bridge per group, as libvirt places them
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
