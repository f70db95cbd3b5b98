Feature: Programs and groups of which the host uses a device

  Rule: Programs ask whether a group is viable before they put it into a container

    @FALLBACK-CONTAINER-164
    Scenario Outline: <program> and a group of which the host uses another device
      Given one platform for each answer that programs get
      And a host that uses C.1 and E.0
      And memory "B1" of 256 MiB
      When <program> starts as "V1" with memory "B1" and devices C.0
      Then it answers exited, rule <rule>

      Examples:
        | case      | program   | rule                 |
        | qemu-2-4  | qemu-2.4  | qemu.group.viable    |
        | qemu-7-2  | qemu-7.2  | qemu.group.viable    |
        | qemu-10-0 | qemu-10.0 | qemu.group.viable    |
        | openvmm   | openvmm   | openvmm.group.viable |

    @FALLBACK-CONTAINER-165
    Scenario Outline: A program of Type1 and a group of which the host uses a device: <program>
      Given one platform for each answer that programs get
      And a host that uses C.1 and E.0
      And memory "B1" of 256 MiB
      When <program> starts as "V1" with memory "B1" and devices C.0
      Then it answers
        | platforms | answer | rule        |
        | x86       | exited | <viable>    |
        | *         | exited | <container> |

      Examples:
        | case             | program          | container              | viable                       |
        | libvfn-2023      | libvfn-2023      | libvfn.container.open  | libvfn.group.viable          |
        | libvfn-2024      | libvfn-2024      | libvfn.container.open  | libvfn.group.viable          |
        | rust-vmm         | rust-vmm         | rustvmm.container.open | rustvmm.group.exactly-viable |
        | cloud-hypervisor | cloud-hypervisor | rustvmm.container.open | rustvmm.group.exactly-viable |

    @FALLBACK-CONTAINER-166
    Scenario Outline: DPDK leaves out a device whose group is not viable: <program>
      Given of these, a host that makes windows and a partition that has one
      And a host that uses C.1 and E.0
      And memory "B1" of 256 MiB in pages of 2m
      When <program> starts as "V1" with memory "B1" and devices C.0
      Then it answers running, rule dpdk.group.viable

      Examples:
        | case   | program    |
        | v20-02 | dpdk-20.02 |
        | v26-07 | dpdk-26.07 |
        | spdk   | spdk       |
