Feature: Setting the IOMMU of a container

  Rule: The IOMMU is set once, on a container with a group, to a type that the hardware has

    @ATTACH-013
    Scenario: SET_IOMMU on a container without groups
      Given container "C1"
      When VFIO_SET_IOMMU sets type v1 on "C1"
      Then it answers EINVAL, rule container.set-iommu.no-group
      And nothing changed

    @ATTACH-014
    Scenario: SET_IOMMU v1 with one group
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type v1 on "C1"
      Then it answers
        | platforms                       | answer | rule                            |
        | two-window bridges on 4.12..6.3 | EPERM  | spapr.attach.v1-without-windows |
        | x86                             | ENODEV | container.set-iommu.unsupported |
        | *                               | 0      | container.set-iommu.set         |
      And container "C1" holds "G1"

    @ATTACH-015
    Scenario: SET_IOMMU v2 with one group
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type v2 on "C1"
      Then it answers
        | platforms               | answer | rule                            |
        | bridges before 4.2      | ENODEV | container.set-iommu.unsupported |
        | ioda1 since 4.12        | EPERM  | spapr.attach.v2-needs-windows   |
        | partitions before 6.4   | EPERM  | spapr.attach.v2-needs-windows   |
        | partitions on 6.4..6.10 | EINVAL | spapr.attach.v2-without-windows |
        | x86                     | ENODEV | container.set-iommu.unsupported |
        | *                       | 0      | container.set-iommu.set         |

    @ATTACH-016
    Scenario: Setting the same IOMMU type again
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_SET_IOMMU sets type v1 on "C1"
      Then it answers EINVAL, rule container.set-iommu.already-set
      And nothing changed

    @ATTACH-017
    Scenario: Setting another IOMMU type once one is set
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_SET_IOMMU sets type v1 on "C1"
      Then it answers EINVAL, rule container.set-iommu.already-set
      And nothing changed

    @ATTACH-018
    Scenario: Setting the IOMMU type of the other architecture
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type type1 on "C1"
      Then it answers
        | platforms | answer | rule                            |
        | x86       | 0      | container.set-iommu.set         |
        | *         | ENODEV | container.set-iommu.unsupported |

    @ATTACH-019
    Scenario: Setting a type that is only an extension
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type 9 on "C1"
      Then it answers
        | platforms     | answer | rule                            |
        | x86 since 6.1 | EINVAL | container.set-iommu.no-type     |
        | *             | ENODEV | container.set-iommu.unsupported |
      And container "C1" has no IOMMU

    @ATTACH-106
    Scenario: EEH is an extension, and cannot be set as an IOMMU type
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type 5 on "C1"
      Then it answers
        | platforms  | answer | rule                            |
        | p5ioc2     | ENODEV | container.set-iommu.unsupported |
        | partitions | ENODEV | container.set-iommu.unsupported |
        | x86        | ENODEV | container.set-iommu.unsupported |
        | *          | EINVAL | container.set-iommu.no-type     |
      And container "C1" has no IOMMU

    @ATTACH-020
    Scenario: Requests to the IOMMU driver before the IOMMU is set
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO asks "C1"
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @ATTACH-021
    Scenario: Requests of sPAPR TCE to a Type1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_IOMMU_ENABLE is called on "C1"
      Then it answers ENOTTY, rule type1.unknown-request
      And nothing changed

    @ATTACH-107
    Scenario: VFIO_IOMMU_DISABLE on a Type1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_IOMMU_DISABLE is called on "C1"
      Then it answers ENOTTY, rule type1.unknown-request
      And nothing changed

    @ATTACH-108
    Scenario: VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY on a Type1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY is called on "C1" with
        | vaddr | 0x0    |
        | size  | 0x1000 |
      Then it answers ENOTTY, rule type1.unknown-request
      And nothing changed

    @ATTACH-109
    Scenario: VFIO_IOMMU_SPAPR_TCE_CREATE on a Type1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | page_shift  | 12         |
        | window_size | 0x40000000 |
        | levels      | 1          |
      Then it answers ENOTTY, rule type1.unknown-request
      And nothing changed

    @ATTACH-110
    Scenario: VFIO_IOMMU_SPAPR_TCE_REMOVE on a Type1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_IOMMU_SPAPR_TCE_REMOVE is called on "C1" with
        | start_addr | 0x0 |
      Then it answers ENOTTY, rule type1.unknown-request
      And nothing changed

  Rule: Up to 4.9 setting the IOMMU already costs locked memory

    @ATTACH-022
    Scenario: SET_IOMMU v2 by a process that may lock no memory
      Given the process may lock nothing
      And group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type v2 on "C1"
      Then it answers
        | platforms                       | answer | rule                            |
        | bridges before 4.2              | ENODEV | container.set-iommu.unsupported |
        | one-window bridges on 4.2..4.11 | ENOMEM | spapr.attach.shadow-memlock     |
        | ioda1 since 4.12                | EPERM  | spapr.attach.v2-needs-windows   |
        | two-window bridges on 4.2..4.11 | ENOMEM | spapr.create.memlock            |
        | partitions before 6.4           | EPERM  | spapr.attach.v2-needs-windows   |
        | partitions on 6.4..6.10         | EINVAL | spapr.attach.v2-without-windows |
        | x86                             | ENODEV | container.set-iommu.unsupported |
        | *                               | 0      | container.set-iommu.set         |

    @ATTACH-023
    Scenario: SET_IOMMU v1 by a process that may lock no memory
      Given the process may lock nothing
      And group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type v1 on "C1"
      Then it answers
        | platforms                       | answer | rule                            |
        | one-window bridges on 4.2..4.11 | ENOMEM | spapr.attach.shadow-memlock     |
        | two-window bridges on 4.2..4.11 | ENOMEM | spapr.create.memlock            |
        | two-window bridges on 4.12..6.3 | EPERM  | spapr.attach.v1-without-windows |
        | x86                             | ENODEV | container.set-iommu.unsupported |
        | *                               | 0      | container.set-iommu.set         |

    @ATTACH-024
    Scenario: CAP_IPC_LOCK lifts the limit, but SET_IOMMU still counts the memory
      Given the process may lock nothing
      And the process has CAP_IPC_LOCK
      And group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type v2 on "C1"
      Then it answers
        | platforms               | answer |
        | bridges before 4.2      | ENODEV |
        | ioda1 since 4.12        | EPERM  |
        | partitions before 6.4   | EPERM  |
        | partitions on 6.4..6.10 | EINVAL |
        | x86                     | ENODEV |
        | *                       | 0      |
      And locked memory is
        | platforms                       | pages |
        | p5ioc2 since 4.2                | 32    |
        | ioda1 on 4.2..4.11              | 64    |
        | two-window bridges on 4.2..4.11 | 128   |
        | *                               | 0     |
