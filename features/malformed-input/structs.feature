Feature: Argument structs that are too short or not mapped

  Rule: A struct must be readable, and its argsz must cover all of it

    Background:
      Given group "G1"

    @MALFORMED-INPUT-001
    Scenario: VFIO_IOMMU_SPAPR_TCE_GET_INFO with a struct that is a byte too short
      Given "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "C1" with
        | argsz | 15 |
      Then it answers EINVAL, rule spapr.info.argsz
      And nothing changed

    @MALFORMED-INPUT-002
    Scenario: VFIO_IOMMU_SPAPR_TCE_GET_INFO with a struct that is not mapped
      Given "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "C1" with
        | pointer | unmapped |
      Then it answers EFAULT, rule struct.unreadable
      And nothing changed

    @MALFORMED-INPUT-003
    Scenario: VFIO_IOMMU_SPAPR_REGISTER_MEMORY with a struct that is a byte too short
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | argsz | 23       |
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      Then it answers EINVAL, rule spapr.memory.argsz

    @MALFORMED-INPUT-004
    Scenario: VFIO_IOMMU_SPAPR_REGISTER_MEMORY with a struct that is not mapped
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | pointer | unmapped |
        | vaddr   | B1+0x0   |
        | size    | 0x100000 |
      Then it answers EFAULT, rule struct.unreadable

    @MALFORMED-INPUT-005
    Scenario: VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY with a struct that is a byte too short
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY is called on "C1" with
        | argsz | 23       |
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      Then it answers EINVAL, rule spapr.memory.argsz
      And nothing changed

    @MALFORMED-INPUT-006
    Scenario: VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY with a struct that is not mapped
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY is called on "C1" with
        | pointer | unmapped |
        | vaddr   | B1+0x0   |
        | size    | 0x100000 |
      Then it answers EFAULT, rule struct.unreadable
      And nothing changed

    @MALFORMED-INPUT-007
    Scenario: VFIO_IOMMU_SPAPR_TCE_CREATE with a struct that is a byte too short
      Given "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | argsz       | 39         |
        | page_shift  | 16         |
        | window_size | 0x40000000 |
        | levels      | 1          |
      Then it answers EINVAL, rule spapr.create.argsz

    @MALFORMED-INPUT-008
    Scenario: VFIO_IOMMU_SPAPR_TCE_CREATE with a struct that is not mapped
      Given "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | pointer     | unmapped   |
        | page_shift  | 16         |
        | window_size | 0x40000000 |
        | levels      | 1          |
      Then it answers EFAULT, rule struct.unreadable

    @MALFORMED-INPUT-009
    Scenario: VFIO_IOMMU_SPAPR_TCE_REMOVE with a struct that is a byte too short
      Given "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_REMOVE is called on "C1" with
        | argsz      | 15  |
        | start_addr | 0x0 |
      Then it answers EINVAL, rule spapr.remove.argsz

    @MALFORMED-INPUT-010
    Scenario: VFIO_IOMMU_SPAPR_TCE_REMOVE with a struct that is not mapped
      Given "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_REMOVE is called on "C1" with
        | pointer    | unmapped |
        | start_addr | 0x0      |
      Then it answers EFAULT, rule struct.unreadable

    @MALFORMED-INPUT-011
    Scenario: VFIO_IOMMU_MAP_DMA with a struct that is a byte too short
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | argsz | 31     |
        | vaddr | B1+0x0 |
        | iova  | 0x1000 |
        | size  | 0x1000 |
        | flags | 0x3    |
      Then it answers EINVAL, rule spapr.map.argsz
      And nothing changed

    @MALFORMED-INPUT-012
    Scenario: VFIO_IOMMU_MAP_DMA with a struct that is not mapped
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | pointer | unmapped |
        | vaddr   | B1+0x0   |
        | iova    | 0x1000   |
        | size    | 0x1000   |
        | flags   | 0x3      |
      Then it answers EFAULT, rule struct.unreadable
      And nothing changed

    @MALFORMED-INPUT-013
    Scenario: VFIO_IOMMU_UNMAP_DMA with a struct that is a byte too short
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | argsz | 23     |
        | iova  | 0x1000 |
        | size  | 0x1000 |
      Then it answers EINVAL, rule spapr.map.argsz
      And nothing changed

    @MALFORMED-INPUT-014
    Scenario: VFIO_IOMMU_UNMAP_DMA with a struct that is not mapped
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | pointer | unmapped |
        | iova    | 0x1000   |
        | size    | 0x1000   |
      Then it answers EFAULT, rule struct.unreadable
      And nothing changed

    @MALFORMED-INPUT-015
    Scenario: VFIO_GROUP_GET_STATUS with a struct that is a byte too short
      When VFIO_GROUP_GET_STATUS is called on "G1" with
        | argsz | 7 |
      Then it answers EINVAL, rule group.status.argsz
      And nothing changed

    @MALFORMED-INPUT-016
    Scenario: VFIO_GROUP_GET_STATUS with a struct that is not mapped
      When VFIO_GROUP_GET_STATUS is called on "G1" with
        | pointer | unmapped |
      Then it answers EFAULT, rule struct.unreadable
      And nothing changed

    @MALFORMED-INPUT-017
    Scenario: VFIO_GROUP_SET_CONTAINER with a descriptor that cannot be read
      Given container "C1"
      When VFIO_GROUP_SET_CONTAINER is called on "G1" with
        | container | C1       |
        | pointer   | unmapped |
      Then it answers EFAULT, rule struct.unreadable
      And "G1" is in no container

    @MALFORMED-INPUT-018
    Scenario: VFIO_GROUP_GET_DEVICE_FD with a name that cannot be read
      Given "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_GET_DEVICE_FD is called on "G1" with
        | device  | A.0      |
        | as      | D1       |
        | pointer | unmapped |
      Then it answers EFAULT, rule struct.unreadable
      And nothing changed

  Rule: A call that reports something needs a writable struct

    @MALFORMED-INPUT-019
    Scenario: VFIO_GROUP_GET_STATUS cannot write its flags
      Given group "G1"
      When VFIO_GROUP_GET_STATUS is called on "G1" with
        | pointer | read-only |
      Then it answers EFAULT, rule struct.unwritable
      And nothing changed

    @MALFORMED-INPUT-020
    Scenario: VFIO_IOMMU_SPAPR_TCE_GET_INFO cannot write its answer
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "C1" with
        | pointer | read-only |
      Then it answers EFAULT, rule struct.unwritable
      And nothing changed

    @MALFORMED-INPUT-021
    Scenario: VFIO_IOMMU_SPAPR_TCE_CREATE cannot write its answer, but the window stays
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | page_shift  | 16         |
        | window_size | 0x40000000 |
        | levels      | 1          |
        | pointer     | read-only  |
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.create.page-size |
        | *                               | EFAULT | struct.unwritable      |
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in "C1"
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.create.page-size |
        | *                               | ENOSPC | spapr.create.no-slot   |

    @MALFORMED-INPUT-022
    Scenario: A struct that is only read may be read-only
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr   | B1+0x0    |
        | size    | 0x100000  |
        | pointer | read-only |
      Then it answers 0, rule spapr.register.registered
