Feature: Groups with an open device

  Rule: An open device keeps its group in the container

    @ATTACH-070
    Scenario: Opening a device before the IOMMU is set
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_GROUP_GET_DEVICE_FD opens device 0 of "G1" as "D1"
      Then it answers EINVAL, rule group.device.no-iommu
      And nothing changed

    @ATTACH-071
    Scenario: Opening an unknown device before the IOMMU is set
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_GROUP_GET_DEVICE_FD opens device 7 of "G1" as "D1"
      Then it answers
        | platforms            | answer | rule                  |
        | Linux 5.19 and later | ENODEV | group.device.unknown  |
        | *                    | EINVAL | group.device.no-iommu |
      And nothing changed

    @ATTACH-072
    Scenario: Opening an unknown device after the IOMMU is set
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
    Scenario: A group cannot leave while one of its devices is open
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers EBUSY, rule group.unset-container.device-open
      And nothing changed

    @ATTACH-074
    Scenario: A closed group with an open device stays, and cannot be reopened
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      And "G1" is closed
      When open is called for group "G1" as "G2"
      Then it answers EBUSY, rule group.open.busy
      And nothing changed

    @ATTACH-075
    Scenario: A closed group leaves when its last device is closed
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
