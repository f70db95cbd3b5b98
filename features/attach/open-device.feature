Feature: Groups with an open device

  Rule: An open device keeps its group in the container

    @ATTACH-070
    Scenario: a device before the IOMMU is set
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_GROUP_GET_DEVICE_FD opens device 0 of "G1" as "D1"
      Then it answers EINVAL, rule group.device.no-iommu
      And nothing changed

    @ATTACH-071
    Scenario: an unknown device before the IOMMU is set tells how a kernel checks
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_GROUP_GET_DEVICE_FD opens device 7 of "G1" as "D1"
      Then it answers
        | platforms                    | answer | rule                  |
        | two-window bridges since 6.4 | ENODEV | group.device.unknown  |
        | partitions on 6.4..6.10      | ENODEV | group.device.unknown  |
        | partitions since 6.11        | ENODEV | group.device.unknown  |
        | x86 since 6.1                | ENODEV | group.device.unknown  |
        | *                            | EINVAL | group.device.no-iommu |
      And nothing changed

    @ATTACH-072
    Scenario: an unknown device
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_GET_DEVICE_FD opens device 7 of "G1" as "D1"
      Then it answers
        | platforms                       | answer | rule                 |
        | one-window bridges on 4.2..4.11 | n/a    | not modelled         |
        | two-window bridges on 4.2..4.11 | n/a    | not modelled         |
        | *                               | ENODEV | group.device.unknown |
      And nothing changed

    @ATTACH-073
    Scenario: leaving with a device open
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers EBUSY, rule group.unset-container.device-open
      And nothing changed

    @ATTACH-074
    Scenario: a group that is closed with a device open stays, and cannot be opened
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      And "G1" is closed
      When open is called for group "G1" as "G2"
      Then it answers EBUSY, rule group.open.busy
      And nothing changed

    @ATTACH-075
    Scenario: the group leaves with its last device
      Given group "G1" with two devices
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      And device 1 of "G1" is open as "D2"
      And "G1" is closed
      And "D1" is closed
      When close is called on "D2"
      Then it answers 0, rule fd.closed
      And container "C1" holds no group
      And container "C1" has no IOMMU
