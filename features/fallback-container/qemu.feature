Feature: QEMU looks for a container

  Rule: A group is offered to the containers of its address space, newest first, and to a new one when none takes it

    @FALLBACK-CONTAINER-100
    Scenario: two groups on one bridge of the guest, on different PHBs of the host
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers
        | platforms                      | answer  | rule                                |
        | p5ioc2, ioda1 on 4.2..4.11     | exited  | qemu.container.default-window-stays |
        | ioda1, ioda2 on 4.1            | running | qemu.start.running                  |
        | ioda1 on 4.12..6.3             | running | qemu.start.running                  |
        | ioda2, phb4, phb5 on 4.2..6.12 | running | qemu.start.running                  |
        | pseries on 4.15..5.18          | running | qemu.start.running                  |
        | pseries on 6.4..6.10           | exited  | qemu.container.not-taken            |
        | pseries on 6.12                | aborted | qemu.window.abort                   |
        | x86                            | running | qemu.start.running                  |
      And its calls of VFIO_GROUP_SET_CONTAINER are
        | platforms                      | call                     | on | container | answer |
        | p5ioc2, ioda1 on 4.2..4.11     | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | ioda1, ioda2 on 4.1            | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | ioda1, ioda2 on 4.1            | VFIO_GROUP_SET_CONTAINER | G2 | C1        | EBUSY  |
        | ioda1, ioda2 on 4.1            | VFIO_GROUP_SET_CONTAINER | G2 | C2        | 0      |
        | ioda1 on 4.12..6.3             | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | ioda1 on 4.12..6.3             | VFIO_GROUP_SET_CONTAINER | G2 | C1        | EBUSY  |
        | ioda1 on 4.12..6.3             | VFIO_GROUP_SET_CONTAINER | G2 | C2        | 0      |
        | ioda2, phb4, phb5 on 4.2..6.12 | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | ioda2, phb4, phb5 on 4.2..6.12 | VFIO_GROUP_SET_CONTAINER | G2 | C1        | 0      |
        | pseries on 4.15..5.18          | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | pseries on 4.15..5.18          | VFIO_GROUP_SET_CONTAINER | G2 | C1        | EBUSY  |
        | pseries on 4.15..5.18          | VFIO_GROUP_SET_CONTAINER | G2 | C2        | 0      |
        | pseries on 6.4..6.10           | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | pseries on 6.4..6.10           | VFIO_GROUP_SET_CONTAINER | G2 | C1        | EBUSY  |
        | pseries on 6.4..6.10           | VFIO_GROUP_SET_CONTAINER | G2 | C2        | EBUSY  |
        | pseries on 6.12                | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | pseries on 6.12                | VFIO_GROUP_SET_CONTAINER | G2 | C1        | 0      |
        | x86                            | VFIO_GROUP_SET_CONTAINER | G1 | C1        | 0      |
        | x86                            | VFIO_GROUP_SET_CONTAINER | G2 | C1        | 0      |

    @FALLBACK-CONTAINER-101
    Scenario: v2 is refused for a new container, and v1 is set in its place
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0
      Then it answers
        | platforms                      | answer  | rule                                |
        | p5ioc2, ioda1 on 4.2..4.11     | exited  | qemu.container.default-window-stays |
        | pseries on 6.12                | aborted | qemu.window.abort                   |
        | ioda1, ioda2 on 4.1            | running | qemu.start.running                  |
        | ioda1 on 4.12..6.3             | running | qemu.start.running                  |
        | ioda2, phb4, phb5 on 4.2..6.12 | running | qemu.start.running                  |
        | pseries on 4.15..6.10          | running | qemu.start.running                  |
        | x86                            | running | qemu.start.running                  |
      And its calls of VFIO_SET_IOMMU are
        | platforms             | call           | on | type | answer |
        | x86                   | VFIO_SET_IOMMU | C1 | 3    | 0      |
        | ioda1, ioda2 on 4.1   | VFIO_SET_IOMMU | C1 | 2    | 0      |
        | ioda1 on 4.12..6.3    | VFIO_SET_IOMMU | C1 | 7    | EPERM  |
        | ioda1 on 4.12..6.3    | VFIO_SET_IOMMU | C1 | 2    | 0      |
        | pseries on 4.15..5.18 | VFIO_SET_IOMMU | C1 | 7    | EPERM  |
        | pseries on 4.15..5.18 | VFIO_SET_IOMMU | C1 | 2    | 0      |
        | pseries on 6.4..6.10  | VFIO_SET_IOMMU | C1 | 7    | EINVAL |
        | pseries on 6.4..6.10  | VFIO_SET_IOMMU | C1 | 2    | 0      |
        | *                     | VFIO_SET_IOMMU | C1 | 7    | 0      |
      And its calls of VFIO_CHECK_EXTENSION are
        | platforms           | call                 | extension | answer |
        | x86                 | VFIO_CHECK_EXTENSION | 3         | 1      |
        | ioda1, ioda2 on 4.1 | VFIO_CHECK_EXTENSION | 3         | 0      |
        | ioda1, ioda2 on 4.1 | VFIO_CHECK_EXTENSION | 1         | 0      |
        | ioda1, ioda2 on 4.1 | VFIO_CHECK_EXTENSION | 7         | 0      |
        | ioda1, ioda2 on 4.1 | VFIO_CHECK_EXTENSION | 2         | 1      |
        | *                   | VFIO_CHECK_EXTENSION | 3         | 0      |
        | *                   | VFIO_CHECK_EXTENSION | 1         | 0      |
        | *                   | VFIO_CHECK_EXTENSION | 7         | 1      |

    @FALLBACK-CONTAINER-102
    Scenario: a third group is offered the second container, the first, and then a new one
      Given one platform for each answer that programs get
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And device E.0 has been plugged into "V1"
      When device A.0 is plugged into "V1"
      Then it answers
        | platforms                      | answer | rule                                |
        | p5ioc2, ioda1 on 4.2..4.11     | n/a    | qemu.container.default-window-stays |
        | ioda1 on 4.1                   | failed | qemu.container.listener             |
        | ioda1 on 4.12..6.3             | n/a    | not modelled                        |
        | ioda2 on 4.1                   | 0      | qemu.attach.new-container           |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | qemu.attach.joined                  |
        | pseries on 4.15..5.18          | 0      | qemu.attach.new-container           |
        | pseries on 6.4..6.10           | n/a    | qemu.container.not-taken            |
        | pseries on 6.12                | n/a    | qemu.window.abort                   |
        | x86                            | 0      | qemu.attach.joined                  |
      And its calls of VFIO_GROUP_SET_CONTAINER are
        | platforms             | call                     | on | container | answer |
        | ioda1, ioda2 on 4.1   | VFIO_GROUP_SET_CONTAINER | G3 | C2        | EBUSY  |
        | ioda1, ioda2 on 4.1   | VFIO_GROUP_SET_CONTAINER | G3 | C1        | EBUSY  |
        | ioda1, ioda2 on 4.1   | VFIO_GROUP_SET_CONTAINER | G3 | C3        | 0      |
        | pseries on 4.15..5.18 | VFIO_GROUP_SET_CONTAINER | G3 | C2        | EBUSY  |
        | pseries on 4.15..5.18 | VFIO_GROUP_SET_CONTAINER | G3 | C1        | EBUSY  |
        | pseries on 4.15..5.18 | VFIO_GROUP_SET_CONTAINER | G3 | C3        | 0      |
        | *                     | VFIO_GROUP_SET_CONTAINER | G3 | C1        | 0      |
