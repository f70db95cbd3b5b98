Feature: What a device reports

  Rule: A device reports its regions and interrupts, and whether it can be reset alone

    @MALFORMED-INPUT-089
    Scenario: GET_INFO of a device that is alone in its slot
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      When VFIO_DEVICE_GET_INFO is called on "D1" with
        | argsz | 16 |
      Then it answers 0, rule device.info.reported
      And it reports
        | platforms  | flags | num_regions | num_irqs |
        | partitions | 0x2   | 9           | 5        |
        | *          | 0x3   | 9           | 5        |

    @MALFORMED-INPUT-090
    Scenario: GET_INFO of a device that shares its slot
      Given group "G1" with two devices
      And "G1" is in container "C1" with IOMMU type v1
      And device 1 of "G1" is open as "D1"
      When VFIO_DEVICE_GET_INFO is called on "D1" with
        | argsz | 16 |
      Then it answers 0, rule device.info.reported
      And it reports
        | flags | num_regions | num_irqs |
        | 0x2   | 9           | 5        |

    @MALFORMED-INPUT-091
    Scenario: VFIO_DEVICE_GET_INFO with a struct that is a byte too short
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      When VFIO_DEVICE_GET_INFO is called on "D1" with
        | argsz | 15 |
      Then it answers EINVAL, rule device.info.argsz
      And nothing changed

    @MALFORMED-INPUT-092
    Scenario: VFIO_DEVICE_GET_INFO with a struct that is not mapped
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      When VFIO_DEVICE_GET_INFO is called on "D1" with
        | argsz   | 16       |
        | pointer | unmapped |
      Then it answers EFAULT, rule struct.unreadable
      And nothing changed

    @MALFORMED-INPUT-093
    Scenario: VFIO_DEVICE_GET_INFO with a struct that cannot be written
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      When VFIO_DEVICE_GET_INFO is called on "D1" with
        | argsz   | 16        |
        | pointer | read-only |
      Then it answers
        | platforms                       | answer | rule              |
        | bridges before 4.2              | 16     | struct.unwritable |
        | one-window bridges on 4.2..4.11 | 16     | struct.unwritable |
        | two-window bridges on 4.2..4.11 | 16     | struct.unwritable |
        | *                               | EFAULT | struct.unwritable |
      And nothing changed
