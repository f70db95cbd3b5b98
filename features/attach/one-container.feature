Feature: A group and its container

  Rule: A group is in one container at a time

    @ATTACH-044
    Scenario: SET_CONTAINER into the container that the group is already in
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
      Then it answers EINVAL, rule group.set-container.already-in
      And nothing changed

    @ATTACH-045
    Scenario: SET_CONTAINER into a second container
      Given group "G1"
      And "G1" is in container "C1"
      And container "C2"
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C2"
      Then it answers EINVAL, rule group.set-container.already-in
      And nothing changed

    @ATTACH-046
    Scenario: SET_CONTAINER into a descriptor that is not a container
      Given groups "G1" and "G2" on different PHBs
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "G2"
      Then it answers
        | platforms                    | answer | rule                             |
        | two-window bridges since 6.4 | EBADFD | group.set-container.no-container |
        | partitions on 6.4..6.10      | EBADFD | group.set-container.no-container |
        | partitions since 6.11        | EBADFD | group.set-container.no-container |
        | x86 since 6.12               | EBADFD | group.set-container.no-container |
        | *                            | EINVAL | group.set-container.no-container |
      And nothing changed

    @ATTACH-047
    Scenario: SET_CONTAINER into descriptor -1
      Given group "G1"
      And container "C1"
      And "C1" is closed
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
      Then it answers
        | platforms            | answer | rule                            |
        | Linux 5.19 and later | EBADF  | group.set-container.not-open    |
        | *                    | EINVAL | group.set-container.negative-fd |
      And nothing changed

    @ATTACH-104
    Scenario: SET_CONTAINER into a number that no descriptor has
      Given group "G1"
      When VFIO_GROUP_SET_CONTAINER puts "G1" into a descriptor that is not open
      Then it answers EBADF, rule group.set-container.not-open
      And nothing changed

    @ATTACH-105
    Scenario: SET_CONTAINER into an unused number, for a group that is in a container
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G1" into a descriptor that is not open
      Then it answers
        | platforms            | answer | rule                           |
        | Linux 5.19 and later | EBADF  | group.set-container.not-open   |
        | *                    | EINVAL | group.set-container.already-in |
      And nothing changed
