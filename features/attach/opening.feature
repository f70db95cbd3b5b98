Feature: Opening containers and groups

  Rule: A container answers for the drivers of its kernel, not for the groups in it

    @ATTACH-002
    Scenario: A container reports the API version
      Given container "C1"
      When VFIO_GET_API_VERSION asks "C1"
      Then it answers 0, rule container.api-version
      And nothing changed

    @ATTACH-003
    Scenario: CHECK_EXTENSION for IOMMU type v1
      Given container "C1"
      When VFIO_CHECK_EXTENSION asks "C1" for v1
      Then it answers
        | platforms | answer | rule                      |
        | x86       | 0      | container.check-extension |
        | *         | 1      | container.check-extension |
      And nothing changed

    @ATTACH-004
    Scenario: IOMMU type v2 is announced on every POWER host since 4.2
      Given container "C1"
      When VFIO_CHECK_EXTENSION asks "C1" for v2
      Then it answers
        | platforms          | answer |
        | bridges before 4.2 | 0      |
        | x86                | 0      |
        | *                  | 1      |
      And nothing changed

    @ATTACH-005
    Scenario: CHECK_EXTENSION for IOMMU type Type1
      Given container "C1"
      When VFIO_CHECK_EXTENSION asks "C1" for type1v2
      Then it answers
        | platforms | answer |
        | x86       | 1      |
        | *         | 0      |
      And nothing changed

    @ATTACH-006
    Scenario Outline: CHECK_EXTENSION for an extension that does not exist: <case>
      Given container "C1"
      When VFIO_CHECK_EXTENSION asks "C1" for <extension>
      Then it answers 0
      And nothing changed

      Examples:
        | case    | extension |
        | zero    | 0         |
        | dma-cc  | 4         |
        | noiommu | 8         |
        | unknown | 4095      |

    @ATTACH-007
    Scenario: A v1 container still reports v2
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_CHECK_EXTENSION asks "C1" for v2
      Then it answers
        | platforms          | answer |
        | bridges before 4.2 | 0      |
        | *                  | 1      |
      And nothing changed

  Rule: A group can be open only once at a time

    @ATTACH-008
    Scenario: A group cannot be opened twice at the same time
      Given group "G1"
      When open is called for group "G1" as "G2"
      Then it answers EBUSY, rule group.open.busy
      And nothing changed

    @ATTACH-009
    Scenario: A closed group can be opened again
      Given group "G1"
      And "G1" is closed
      When open is called for group "G1" as "G2"
      Then it answers fd, rule group.open.opened
      And "G2" is in no container

  Rule: A group reports whether it is viable and whether it is in a container

    @ATTACH-010
    Scenario: Status of a group that is in no container
      Given group "G1"
      When VFIO_GROUP_GET_STATUS asks "G1"
      Then it answers 0, rule group.status
      And it reports
        | flags |
        | 0x1   |

    @ATTACH-011
    Scenario: Status of a group in a container, before its IOMMU is set
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_GROUP_GET_STATUS asks "G1"
      Then it answers 0, rule group.status
      And it reports
        | flags |
        | 0x3   |

    @ATTACH-012
    Scenario: GET_STATUS with a struct too small for the flags
      Given group "G1"
      When VFIO_GROUP_GET_STATUS is called on "G1" with
        | argsz | 7 |
      Then it answers EINVAL, rule group.status.argsz
      And nothing changed
