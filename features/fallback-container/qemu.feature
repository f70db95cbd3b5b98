Feature: QEMU looks for a container

  Rule: QEMU offers a group to the containers of its address space, newest first, then to a new one

    Background:
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB

    @FALLBACK-CONTAINER-100
    Scenario: QEMU puts two groups of different PHBs on one guest bridge
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms                       | answer  | rule                                |
        | one-window bridges on 4.2..4.11 | exited  | qemu.container.default-window-stays |
        | partitions on 6.4..6.10         | exited  | qemu.container.not-taken            |
        | partitions since 6.11           | aborted | qemu.window.abort                   |
        | *                               | running | qemu.start.running                  |
      And its calls of VFIO_GROUP_SET_CONTAINER are
        | platforms                                      | call                     | on | container | answer |
        | one-window bridges on 4.2..4.11                | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | two-window bridges, partitions since 6.11, x86 | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | two-window bridges, partitions since 6.11, x86 | VFIO_GROUP_SET_CONTAINER | G2 | C1        | 0      |
        | partitions on 6.4..6.10                        | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | partitions on 6.4..6.10                        | VFIO_GROUP_SET_CONTAINER | G2 | C1        | EBUSY  |
        | partitions on 6.4..6.10                        | VFIO_GROUP_SET_CONTAINER | G2 | C2        | EBUSY  |
        | *                                              | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | *                                              | VFIO_GROUP_SET_CONTAINER | G2 | C1        | EBUSY  |
        | *                                              | VFIO_GROUP_SET_CONTAINER | G2 | C2        | 0      |

    @FALLBACK-CONTAINER-101
    Scenario: QEMU sets v1 on a new container that refuses v2
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms                       | answer  | rule                                |
        | one-window bridges on 4.2..4.11 | exited  | qemu.container.default-window-stays |
        | partitions since 6.11           | aborted | qemu.window.abort                   |
        | *                               | running | qemu.start.running                  |
      And its calls of VFIO_SET_IOMMU are
        | platforms                       | call           | on | type | answer |
        | bridges before 4.2              | VFIO_SET_IOMMU | C1 | 2    | 0      |
        | one-window bridges on 4.2..4.11 | VFIO_SET_IOMMU | C1 | 7    | 0      |
        | two-window bridges              | VFIO_SET_IOMMU | C1 | 7    | 0      |
        | partitions on 6.4..6.10         | VFIO_SET_IOMMU | C1 | 7    | EINVAL |
        | partitions on 6.4..6.10         | VFIO_SET_IOMMU | C1 | 2    | 0      |
        | partitions since 6.11           | VFIO_SET_IOMMU | C1 | 7    | 0      |
        | x86                             | VFIO_SET_IOMMU | C1 | 3    | 0      |
        | *                               | VFIO_SET_IOMMU | C1 | 7    | EPERM  |
        | *                               | VFIO_SET_IOMMU | C1 | 2    | 0      |
      And its calls of VFIO_CHECK_EXTENSION are
        | platforms          | call                 | extension | answer |
        | bridges before 4.2 | VFIO_CHECK_EXTENSION | 3         | 0      |
        | bridges before 4.2 | VFIO_CHECK_EXTENSION | 1         | 0      |
        | bridges before 4.2 | VFIO_CHECK_EXTENSION | 7         | 0      |
        | bridges before 4.2 | VFIO_CHECK_EXTENSION | 2         | 1      |
        | x86                | VFIO_CHECK_EXTENSION | 3         | 1      |
        | *                  | VFIO_CHECK_EXTENSION | 3         | 0      |
        | *                  | VFIO_CHECK_EXTENSION | 1         | 0      |
        | *                  | VFIO_CHECK_EXTENSION | 7         | 1      |

    @FALLBACK-CONTAINER-102
    Scenario: QEMU offers a third group its containers, newest first, then a new one
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And device E.0 has been plugged into "V1"
      When device A.0 is plugged into "V1"
      Then it answers
        | platforms          | answer | rule                      |
        | ioda1 before 4.2   | failed | qemu.container.listener   |
        | two-window bridges | 0      | qemu.attach.joined        |
        | x86                | 0      | qemu.attach.joined        |
        | ioda1 since 4.12   | n/a    | not modelled              |
        | *                  | 0      | qemu.attach.new-container |
      And its calls of VFIO_GROUP_SET_CONTAINER are
        | platforms          | call                     | on | container | answer |
        | two-window bridges | VFIO_GROUP_SET_CONTAINER | G3 | C1        | 0      |
        | x86                | VFIO_GROUP_SET_CONTAINER | G3 | C1        | 0      |
        | *                  | VFIO_GROUP_SET_CONTAINER | G3 | C2        | EBUSY  |
        | *                  | VFIO_GROUP_SET_CONTAINER | G3 | C1        | EBUSY  |
        | *                  | VFIO_GROUP_SET_CONTAINER | G3 | C3        | 0      |
