Feature: EEH of a guest

  Rule: EEH calls for a guest bridge need exactly one container with exactly one group

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB

    @GUEST-070
    Scenario Outline: The guest makes an EEH call for a bridge with one group: <case>
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" calls <call> with
        | device | D.0      |
        | option | <option> |
      Then it answers
        | platforms  | answer    | rule             |
        | partitions | <refused> | qemu.eeh.refused |
        | *          | 0         | qemu.eeh.done    |
      And it calls
        | platforms  | call           | on | pe_op | answer |
        | partitions | VFIO_EEH_PE_OP | C1 | <op>  | ENODEV |
        | *          | VFIO_EEH_PE_OP | C1 | <op>  | 0      |

      Examples:
        | case           | call               | option | op | refused |
        | disable        | ibm,set-eeh-option | 0      | 0  | -1      |
        | enable         | ibm,set-eeh-option | 1      | 1  | -1      |
        | thaw-mmio      | ibm,set-eeh-option | 2      | 2  | -1      |
        | thaw-dma       | ibm,set-eeh-option | 3      | 3  | -1      |
        | end-of-a-reset | ibm,set-slot-reset | 0      | 5  | -1      |
        | hot-reset      | ibm,set-slot-reset | 1      | 6  | -1      |

    @GUEST-071
    Scenario Outline: EEH state and configuration as the guest sees them: <case>
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" calls <call> with
        | device | D.0 |
      Then it answers
        | platforms  | answer | rule             |
        | partitions | -3     | qemu.eeh.refused |
        | *          | 0      | qemu.eeh.done    |
      And it calls
        | platforms  | call           | on | pe_op | answer |
        | partitions | VFIO_EEH_PE_OP | C1 | <op>  | ENODEV |
        | *          | VFIO_EEH_PE_OP | C1 | <op>  | 0      |
      And it reports
        | platforms  | state   |
        | partitions | -       |
        | *          | <state> |

      Examples:
        | case      | call                       | op | state |
        | state     | ibm,read-slot-reset-state2 | 4  | 0     |
        | configure | ibm,configure-pe           | 8  | -     |

    @GUEST-072
    Scenario Outline: The guest sets an EEH option that does not exist: <case>
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When the guest of "V1" calls <call> with
        | device | D.0      |
        | option | <option> |
      Then it answers -3, rule qemu.eeh.parameter
      And it makes no call

      Examples:
        | case       | call               | option |
        | set-option | ibm,set-eeh-option | 9      |
        | slot-reset | ibm,set-slot-reset | 2      |

    @GUEST-073
    Scenario: Two groups on one guest bridge have no EEH
      When qemu-7.2 starts as "V1" with memory "B1" and devices D.0 and E.0
      Then it answers running
      And its calls of VFIO_EEH_PE_OP are
        | call |
        | -    |
      When the guest of "V1" calls ibm,set-eeh-option with
        | device | D.0 |
        | option | 1   |
      Then it answers -3, rule qemu.eeh.not-eligible
      And it makes no call

    @GUEST-074
    Scenario: Two devices of one group have EEH
      Given qemu-7.2 runs as "V1" with memory "B1" and devices E.0 and E.1
      When the guest of "V1" calls ibm,read-slot-reset-state2 with
        | device | E.1 |
      Then it answers
        | platforms  | answer | rule             |
        | partitions | -3     | qemu.eeh.refused |
        | *          | 0      | qemu.eeh.done    |

    @GUEST-075
    Scenario: EEH is lost when a second group joins, and returns when it leaves
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And device E.0 has been plugged into "V1"
      When the guest of "V1" calls ibm,read-slot-reset-state2 with
        | device | D.0 |
      Then it answers -3, rule qemu.eeh.not-eligible
      When device E.0 is unplugged from "V1"
      Then it answers 0
      When the guest of "V1" calls ibm,read-slot-reset-state2 with
        | device | D.0 |
      Then it answers
        | platforms  | answer | rule             |
        | partitions | -3     | qemu.eeh.refused |
        | *          | 0      | qemu.eeh.done    |

    @GUEST-076
    Scenario Outline: EEH of a bridge made for one group, in <program>
      Given <program> runs as "V1" with memory "B1" and devices D.0 on bridge 1
      When the guest of "V1" calls ibm,set-eeh-option with
        | device | D.0 |
        | option | 1   |
      Then it answers
        | platforms  | answer | rule             |
        | partitions | -1     | qemu.eeh.refused |
        | *          | 0      | qemu.eeh.done    |

      Examples:
        | case | program  |
        | v2-4 | qemu-2.4 |
        | v2-5 | qemu-2.5 |
        | v2-6 | qemu-2.6 |
