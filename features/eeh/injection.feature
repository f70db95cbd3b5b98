Feature: Injecting errors into the PEs of a container

  Rule: An error that does not exist is refused before the firmware is asked

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2

    @EEH-016
    Scenario Outline: Injecting an error of a type that does not exist: <case>
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op    | 9      |
        | argsz    | 40     |
        | err_type | <type> |
        | err_func | 4      |
      Then it answers
        | platforms                   | answer | rule                  |
        | p5ioc2 since 4.2            | ENODEV | spapr.eeh.unsupported |
        | partitions since 6.11       | ENODEV | spapr.eeh.unsupported |
        | ioda2, phb4, phb5 on 6.12.. | ERANGE | spapr.eeh.inject-type |
        | *                           | EINVAL | spapr.eeh.inject-type |
      And nothing changed

      Examples:
        | case    | type       |
        | 2       | 2          |
        | largest | 4294967295 |

    @EEH-023
    Scenario Outline: Injecting an error of a function that does not exist: <case>
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op    | 9      |
        | argsz    | 40     |
        | err_type | 2      |
        | err_func | <func> |
      Then it answers
        | platforms                   | answer | rule                      |
        | p5ioc2 since 4.2            | ENODEV | spapr.eeh.unsupported     |
        | partitions since 6.11       | ENODEV | spapr.eeh.unsupported     |
        | ioda2, phb4, phb5 on 6.12.. | EINVAL | spapr.eeh.inject-function |
        | *                           | EINVAL |                           |
      And nothing changed

      Examples:
        | case    | func       |
        | 20      | 20         |
        | largest | 4294967295 |

  Rule: The firmware injects the errors that its bridge has registers for

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2

    @EEH-017
    Scenario Outline: Injecting an error of configuration space: <case>
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op    | 9      |
        | argsz    | 40     |
        | err_func | <func> |
      Then it answers
        | platforms             | answer | rule                  |
        | ioda1 on 4.2..4.11    | n/a    | not modelled          |
        | p5ioc2 since 4.2      | ENODEV | spapr.eeh.unsupported |
        | partitions since 6.11 | ENODEV | spapr.eeh.unsupported |
        | two-window bridges    | 0      | spapr.eeh.done        |

      Examples:
        | case          | func |
        | read-address  | 4    |
        | read-data     | 5    |
        | write-address | 10   |
        | write-data    | 11   |

    @EEH-018
    Scenario Outline: Injecting an error of memory: <case>
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op    | 9      |
        | argsz    | 40     |
        | err_type | <type> |
        | err_func | <func> |
      Then it answers
        | platforms             | answer | rule                     |
        | ioda1 on 4.2..4.11    | n/a    | not modelled             |
        | p5ioc2 since 4.2      | ENODEV | spapr.eeh.unsupported    |
        | *                     | 0      | spapr.eeh.done           |
        | POWER9 and later      | EIO    | spapr.eeh.inject-refused |
        | partitions since 6.11 | ENODEV | spapr.eeh.unsupported    |

      Examples:
        | case     | type | func |
        | read-32  | 0    | 0    |
        | write-32 | 0    | 7    |
        | read-64  | 1    | 1    |
        | write-64 | 1    | 6    |

    @EEH-019
    Scenario Outline: Injecting an error of I/O space: <case>
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op    | 9      |
        | argsz    | 40     |
        | err_func | <func> |
      Then it answers
        | platforms             | answer | rule                     |
        | ioda1 on 4.2..4.11    | n/a    | not modelled             |
        | p5ioc2 since 4.2      | ENODEV | spapr.eeh.unsupported    |
        | partitions since 6.11 | ENODEV | spapr.eeh.unsupported    |
        | two-window bridges    | EIO    | spapr.eeh.inject-refused |

      Examples:
        | case  | func |
        | read  | 2    |
        | write | 9    |

    @EEH-020
    Scenario: Injecting an error of DMA in a window that a PE has
      Given memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x100000 in "C1"
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op    | 9  |
        | argsz    | 40 |
        | err_func | 12 |
      Then it answers
        | platforms             | answer | rule                     |
        | ioda1 on 4.2..4.11    | n/a    | not modelled             |
        | p5ioc2 since 4.2      | ENODEV | spapr.eeh.unsupported    |
        | *                     | 0      | spapr.eeh.done           |
        | POWER9 and later      | EIO    | spapr.eeh.inject-refused |
        | partitions since 6.11 | ENODEV | spapr.eeh.unsupported    |

    @EEH-021
    Scenario: Injecting an error of DMA in a window that a PE has not
      Given memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x100000 in "C1"
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op    | 9  |
        | argsz    | 40 |
        | err_type | 1  |
        | err_func | 16 |
      Then it answers
        | platforms             | answer | rule                     |
        | ioda1 on 4.2..4.11    | n/a    | not modelled             |
        | p5ioc2 since 4.2      | ENODEV | spapr.eeh.unsupported    |
        | partitions since 6.11 | ENODEV | spapr.eeh.unsupported    |
        | two-window bridges    | EIO    | spapr.eeh.inject-refused |

  Rule: An emulated bridge freezes no PE

    @EEH-022
    Scenario: Asking for the state of a PE in reset
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 6 |
      Then it answers
        | platforms             | answer | rule                  |
        | p5ioc2 since 4.2      | ENODEV | spapr.eeh.unsupported |
        | partitions since 6.11 | ENODEV | spapr.eeh.unsupported |
        | *                     | 0      | spapr.eeh.done        |
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 4 |
      Then it answers
        | platforms             | answer | rule                  |
        | p5ioc2 since 4.2      | ENODEV | spapr.eeh.unsupported |
        | partitions since 6.11 | ENODEV | spapr.eeh.unsupported |
        | *                     | 0      | spapr.eeh.done        |
