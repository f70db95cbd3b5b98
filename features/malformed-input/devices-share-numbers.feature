Feature: Requests of containers that devices take for their own

  Rule: To a device, the number of GET_INFO asks which functions a reset of its bus reaches

    @MALFORMED-INPUT-115
    Scenario Outline: A device is asked for the functions of its bus: <case>
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "D1" with
        | argsz | <argsz> |
      Then it answers
        | platforms  | answer        | rule               |
        | partitions | <on root bus> | <rule on root bus> |
        | *          | <elsewhere>   | <rule elsewhere>   |

      Examples:
        | case          | argsz      | on root bus | rule on root bus               | elsewhere | rule elsewhere                 |
        | nothing       | 11         | EINVAL      | device.hot-reset-info.argsz    | EINVAL    | device.hot-reset-info.argsz    |
        | room-for-none | 19         | ENODEV      | device.hot-reset-info.no-reset | ENOSPC    | device.hot-reset-info.no-space |
        | room-for-one  | 20         | ENODEV      | device.hot-reset-info.no-reset | 0         | device.hot-reset-info.reported |
        | usual         | 32         | ENODEV      | device.hot-reset-info.no-reset | 0         | device.hot-reset-info.reported |
        | largest       | 4294967295 | ENODEV      | device.hot-reset-info.no-reset | 0         | device.hot-reset-info.reported |

    @MALFORMED-INPUT-116
    Scenario Outline: A device with two functions is asked for those of its bus: <case>
      Given group "G1" with two devices
      And "G1" is in container "C1" with IOMMU type v2
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "D1" with
        | argsz | <argsz> |
      Then it answers
        | platforms             | answer      | rule                           |
        | partitions since 6.11 | ENODEV      | device.hot-reset-info.no-reset |
        | *                     | <elsewhere> | <rule elsewhere>               |

      Examples:
        | case         | argsz | elsewhere | rule elsewhere                 |
        | room-for-one | 27    | ENOSPC    | device.hot-reset-info.no-space |
        | room-for-two | 28    | 0         | device.hot-reset-info.reported |

    @MALFORMED-INPUT-117
    Scenario: A device of a PC is asked for the functions of its bus
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_GET_INFO is called on "D1" with
        | argsz | 19 |
      Then it answers ENOSPC, rule device.hot-reset-info.no-space
      When VFIO_IOMMU_GET_INFO is called on "D1" with
        | argsz | 20 |
      Then it answers 0, rule device.hot-reset-info.reported

    @MALFORMED-INPUT-118
    Scenario: A device cannot tell the functions of its bus
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "D1" with
        | argsz   | 12        |
        | pointer | read-only |
      Then it answers
        | platforms             | answer | rule                           |
        | partitions since 6.11 | ENODEV | device.hot-reset-info.no-reset |
        | *                     | EFAULT | struct.unwritable              |
