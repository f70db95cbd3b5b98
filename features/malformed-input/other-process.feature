Feature: Requests of a process that the container does not belong to

  Rule: Whatever another process asks of the driver, and however malformed, it is refused first

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And a container belongs to one process
      And process "P2" is forked
      And process "P2" makes the calls

    @MALFORMED-INPUT-094
    Scenario: a request that nobody knows
      When ioctl is called on "C1" with
        | nr  | 150 |
        | arg | 0x0 |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-095
    Scenario: an EEH operation
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 4 |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-096
    Scenario: an EEH operation that is malformed
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 99 |
        | argsz | 4  |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-097
    Scenario: a request of a group
      When VFIO_GROUP_GET_STATUS is called on "C1" with
        | argsz | 8 |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-098
    Scenario: taking out a container as if it was a group
      When VFIO_GROUP_UNSET_CONTAINER takes "C1" out
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-099
    Scenario: putting a container into itself as if it was a group
      When VFIO_GROUP_SET_CONTAINER is called on "C1" with
        | container | C1 |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-100
    Scenario: a device of a container as if it was a group
      When VFIO_GROUP_GET_DEVICE_FD is called on "C1" with
        | device | A.0 |
        | as     | D1  |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-101
    Scenario: a request of a device
      When VFIO_DEVICE_GET_INFO is called on "C1" with
        | argsz | 16 |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-102
    Scenario: the information of Type1
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 16 |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-103
    Scenario: a request of v1 to a v2 container
      When VFIO_IOMMU_ENABLE is called on "C1"
      Then it answers EPERM, rule spapr.foreign-process
