// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.type1;

import java.util.List;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Membership;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;

/** Attaching groups to a Type1 container, and what becomes of it when the last one has left. */
public final class Type1Attach {
    /** The number of the IOMMU type that nests page tables. */
    public static final int NESTING = 6;

    /** Attaches a group. */
    public static final Procedure.Name<Membership> ATTACH = new Procedure.Name<>("type1.attach", Membership.class);

    /** Drops the driver instance of a container without groups. */
    public static final Procedure.Name<Membership> RELEASE = new Procedure.Name<>("type1.release", Membership.class);

    /** With the series of 6.3 that made it safe to take addresses back, which 6.1 got, too. */
    private static final Source ATTACH_GROUP = LinuxFile.TYPE1.in("vfio_iommu_type1_attach_group");

    private static final Releases SINCE_UPDATES_FIXED = Releases.from("6.3").backportedTo("6.1", 16);

    private static final Rule NO_NESTING = Rule.read(
            "type1.attach.no-nesting",
            ATTACH_GROUP.seen("5.10, 6.1 and 6.12"),
            "To 6.12, no group can be attached with the nesting type, although CHECK_EXTENSION reports it");

    private Type1Attach() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        ATTACH,
                        Rule.read(
                                "type1.attach.joined",
                                ATTACH_GROUP,
                                "A Type1 container holds any number of groups, which share its mappings"),
                        Check.that(
                                "type1.attach.address-taken-back",
                                ATTACH_GROUP.of(SINCE_UPDATES_FIXED).seen("6.12"),
                                "No group can join while the vaddr of a mapping is invalidated, because its pages cannot be pinned",
                                Errno.EBUSY,
                                Type1Attach::awaitsAddress),
                        Check.that(NO_NESTING, Releases.to("5.18"), Errno.ENODEV, Type1Attach::nests),
                        Check.that(NO_NESTING, Releases.between("5.19", "6.12"), Errno.EINVAL, Type1Attach::nests),
                        Check.that(
                                "type1.attach.no-interrupt-remapping",
                                ATTACH_GROUP,
                                "Where a device could raise interrupts of others, no group can be attached unless the module was told to allow it",
                                Errno.EPERM,
                                call -> !call.state().topology().interruptRemapping()),
                        Step.<Membership>change("attach", Call::state)),
                Procedure.of(
                        RELEASE,
                        Rule.read(
                                "type1.release.released",
                                LinuxFile.TYPE1.in("vfio_iommu_type1_detach_group"),
                                "When the last group leaves, all mappings are removed and their locked memory is released"),
                        Step.change("unmap everything", Type1Attach::unmapAll)));
    }

    private static boolean awaitsAddress(Call<Membership> call) {
        return driver(call).mappings().stream().anyMatch(Mapping::vaddrInvalid);
    }

    private static boolean nests(Call<Membership> call) {
        return driver(call).type() == NESTING;
    }

    private static State unmapAll(Call<Membership> call) {
        State next = call.state();
        for (Mapping mapping : driver(call).mappings()) {
            next = Type1Driver.unlocked(call, next, mapping);
        }
        return next;
    }

    private static Type1 driver(Call<Membership> call) {
        return (Type1) call.args().container(call.state()).iommu().orElseThrow();
    }
}
