Feature: EEH operations on the PEs of a container

  Rule: EEH is offered where the firmware offers it, with or without groups

    @EEH-001
    Scenario: CHECK_EXTENSION for EEH
      Given container "C1"
      When VFIO_CHECK_EXTENSION asks "C1" for eeh
      Then it answers
        | platforms  | answer | rule                      |
        | p5ioc2     | 0      | container.check-extension |
        | partitions | 0      | container.check-extension |
        | x86        | 0      | container.check-extension |
        | *          | 1      | container.check-extension |

  Rule: A healthy PE answers 0

    @EEH-002
    Scenario: Disabling EEH on a healthy PE
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 0 |
      Then it answers
        | platforms  | answer | rule                  |
        | p5ioc2     | ENODEV | spapr.eeh.unsupported |
        | partitions | ENODEV | spapr.eeh.unsupported |
        | *          | 0      | spapr.eeh.done        |
      And nothing changed

    @EEH-003
    Scenario: Thawing MMIO of a healthy PE
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 2 |
      Then it answers
        | platforms  | answer | rule                  |
        | p5ioc2     | ENODEV | spapr.eeh.unsupported |
        | partitions | ENODEV | spapr.eeh.unsupported |
        | *          | 0      | spapr.eeh.done        |
      And nothing changed

    @EEH-004
    Scenario: Thawing DMA of a healthy PE
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 3 |
      Then it answers
        | platforms  | answer | rule                  |
        | p5ioc2     | ENODEV | spapr.eeh.unsupported |
        | partitions | ENODEV | spapr.eeh.unsupported |
        | *          | 0      | spapr.eeh.done        |
      And nothing changed

    @EEH-005
    Scenario: Asking for the state of a healthy PE
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 4 |
      Then it answers
        | platforms  | answer | rule                  |
        | p5ioc2     | ENODEV | spapr.eeh.unsupported |
        | partitions | ENODEV | spapr.eeh.unsupported |
        | *          | 0      | spapr.eeh.done        |
      And nothing changed

    @EEH-006
    Scenario: Ending a reset that was not begun
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 5 |
      Then it answers
        | platforms                    | answer | rule                  |
        | p5ioc2                       | ENODEV | spapr.eeh.unsupported |
        | ioda1 since 4.12             | 0      | spapr.eeh.done        |
        | two-window bridges since 6.4 | 0      | spapr.eeh.done        |
        | partitions                   | ENODEV | spapr.eeh.unsupported |
        | *                            | EIO    | spapr.eeh.no-reset    |
      And nothing changed

    @EEH-007
    Scenario: Configuring a healthy PE
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 8 |
      Then it answers
        | platforms  | answer | rule                  |
        | p5ioc2     | ENODEV | spapr.eeh.unsupported |
        | partitions | ENODEV | spapr.eeh.unsupported |
        | *          | 0      | spapr.eeh.done        |
      And nothing changed

    @EEH-008
    Scenario: Asking for the state of the PEs of two groups
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C1"
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 4 |
      Then it answers
        | platforms             | answer | rule                  |
        | partitions since 6.11 | ENODEV | spapr.eeh.unsupported |
        | *                     | 0      | spapr.eeh.done        |

  Rule: What is malformed is refused before a PE is touched

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1

    @EEH-009
    Scenario: An EEH operation that does not exist
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 10 |
      Then it answers
        | platforms  | answer | rule                  |
        | p5ioc2     | ENODEV | spapr.eeh.unsupported |
        | partitions | ENODEV | spapr.eeh.unsupported |
        | *          | EINVAL | spapr.eeh.unknown     |
      And nothing changed

    @EEH-010
    Scenario: An EEH operation with a flag
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 4   |
        | flags | 0x1 |
      Then it answers
        | platforms  | answer | rule                  |
        | p5ioc2     | ENODEV | spapr.eeh.unsupported |
        | partitions | ENODEV | spapr.eeh.unsupported |
        | *          | EINVAL | spapr.eeh.flags       |
      And nothing changed

    @EEH-011
    Scenario: An EEH struct that ends before the operation
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 4  |
        | argsz | 11 |
      Then it answers
        | platforms  | answer | rule                  |
        | p5ioc2     | ENODEV | spapr.eeh.unsupported |
        | partitions | ENODEV | spapr.eeh.unsupported |
        | *          | EINVAL | spapr.eeh.argsz       |
      And nothing changed

    @EEH-012
    Scenario: An EEH struct that is not mapped
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op   | 4        |
        | pointer | unmapped |
      Then it answers
        | platforms  | answer | rule                  |
        | p5ioc2     | ENODEV | spapr.eeh.unsupported |
        | partitions | ENODEV | spapr.eeh.unsupported |
        | *          | EFAULT | struct.unreadable     |
      And nothing changed

    @EEH-013
    Scenario: Injecting an error without a description of it
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 9 |
      Then it answers
        | platforms  | answer | rule                   |
        | p5ioc2     | ENODEV | spapr.eeh.unsupported  |
        | partitions | ENODEV | spapr.eeh.unsupported  |
        | *          | EINVAL | spapr.eeh.inject-argsz |
      And nothing changed

  Rule: An EEH operation needs a container whose driver supports EEH

    @EEH-014
    Scenario: An EEH operation on a container without a driver
      Given container "C1"
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 4 |
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @EEH-015
    Scenario: An EEH operation on a Type1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 4 |
      Then it answers ENOTTY, rule type1.unknown-request
