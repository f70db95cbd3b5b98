Feature: Requests by a process that does not own the container

  Rule: A request by another process is refused before anything else is checked

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And a container belongs to one process
      And process "P2" is forked
      And process "P2" makes the calls

    @MALFORMED-INPUT-094
    Scenario: Another process makes an unknown request
      When ioctl is called on "C1" with
        | nr  | 150 |
        | arg | 0x0 |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-095
    Scenario: Another process makes an EEH call
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 4 |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-096
    Scenario: Another process makes a malformed EEH call
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 99 |
        | argsz | 4  |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-097
    Scenario: Another process calls GET_STATUS on the container
      When VFIO_GROUP_GET_STATUS is called on "C1" with
        | argsz | 8 |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-098
    Scenario: Another process calls UNSET_CONTAINER on the container
      When VFIO_GROUP_UNSET_CONTAINER takes "C1" out
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-099
    Scenario: Another process calls SET_CONTAINER on the container
      When VFIO_GROUP_SET_CONTAINER is called on "C1" with
        | container | C1 |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-100
    Scenario: Another process calls GET_DEVICE_FD on the container
      When VFIO_GROUP_GET_DEVICE_FD is called on "C1" with
        | device | A.0 |
        | as     | D1  |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-101
    Scenario: Another process calls VFIO_DEVICE_GET_INFO on the container
      When VFIO_DEVICE_GET_INFO is called on "C1" with
        | argsz | 16 |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-102
    Scenario: Another process asks the container for the information of Type1
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 16 |
      Then it answers EPERM, rule spapr.foreign-process

    @MALFORMED-INPUT-103
    Scenario: Another process makes a v1 request on a v2 container
      When VFIO_IOMMU_ENABLE is called on "C1"
      Then it answers EPERM, rule spapr.foreign-process
