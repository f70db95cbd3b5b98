Feature: Fields at the ends of their range, and fields that nobody reads

  Rule: A struct may claim to be longer than any

    Background:
      Given group "G1"

    @MALFORMED-INPUT-104
    Scenario: VFIO_GROUP_GET_STATUS with the largest argsz
      When VFIO_GROUP_GET_STATUS is called on "G1" with
        | argsz | 4294967295 |
      Then it answers 0

    @MALFORMED-INPUT-105
    Scenario: TCE_GET_INFO with the largest argsz
      Given "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "C1" with
        | argsz | 4294967295 |
      Then it answers 0, rule spapr.info.reported

    @MALFORMED-INPUT-106
    Scenario: A Type1 container reports with the largest argsz
      Given "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 4294967295 |
      Then it answers 0, rule type1.info.reported

  Rule: A count may be larger than any that exists

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2

    @MALFORMED-INPUT-107
    Scenario Outline: TCE_CREATE with a number at the end of its range: <case>
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | page_shift  | <shift>    |
        | window_size | 0x10000000 |
        | levels      | <levels>   |
      Then it answers EINVAL

      Examples:
        | case           | shift      | levels     |
        | largest-shift  | 4294967295 | 1          |
        | shift-64       | 64         | 1          |
        | largest-levels | 16         | 4294967295 |
        | highest-bit    | 16         | 2147483648 |

    @MALFORMED-INPUT-108
    Scenario: The EEH operation with the largest number
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 4294967295 |
      Then it answers
        | platforms             | answer | rule                  |
        | p5ioc2 since 4.2      | ENODEV | spapr.eeh.unsupported |
        | partitions since 6.11 | ENODEV | spapr.eeh.unsupported |
        | *                     | EINVAL | spapr.eeh.unknown     |

  Rule: What is reserved, or only filled in, is not read

    Background:
      Given group "G1"

    @MALFORMED-INPUT-109
    Scenario: VFIO_GROUP_GET_STATUS with flags
      When VFIO_GROUP_GET_STATUS is called on "G1" with
        | flags | 0xffffffff |
      Then it answers 0
      And it reports
        | flags |
        | 0x1   |

    @MALFORMED-INPUT-110
    Scenario: TCE_GET_INFO with flags
      Given "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "C1" with
        | flags | 0xffffffff |
      Then it answers 0, rule spapr.info.reported

    @MALFORMED-INPUT-111
    Scenario: A Type1 container reports to a struct with flags
      Given "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | flags | 0xffffffff |
      Then it answers 0, rule type1.info.reported

    @MALFORMED-INPUT-112
    Scenario: VFIO_DEVICE_GET_INFO with flags
      Given "G1" is in container "C1" with IOMMU type v2
      And device 0 of "G1" is open as "D1"
      When VFIO_DEVICE_GET_INFO is called on "D1" with
        | flags | 0xffffffff |
      Then it answers 0, rule device.info.reported

    @MALFORMED-INPUT-113
    Scenario Outline: TCE_CREATE with a reserved field: <case>
      Given "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | page_shift  | 16         |
        | window_size | 0x10000000 |
        | levels      | 1          |
        | <case>      | 0xffffffff |
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.create.page-size |
        | *                               | 0      | spapr.window.made      |

      Examples:
        | case  |
        | resv1 |
        | resv2 |

  Rule: A group that the machine does not have has no node

    @MALFORMED-INPUT-114
    Scenario: Opening a group that does not exist
      When open is called for a group that does not exist as "G1"
      Then it answers
        | platforms                   | answer | rule                |
        | bridges that bind no device | ENOENT | group.open.no-node  |
        | *                           | ENOENT | group.open.no-group |
      And nothing changed
