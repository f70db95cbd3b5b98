// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.spapr;

import java.util.List;
import org.vfiooracle.model.engine.Call;
import org.vfiooracle.model.platform.Releases;

/** What a TCE table costs in locked memory, by release. Sources: kernel history of tce_iommu_create_table; real machines. */
enum TableTariff {
    /** The table; a v2 container pays for its shadow of user addresses, too. */
    WITH_VIEW(Releases.to("4.9")),
    /** The table; the shadow is paid for when it is made, by the first map. */
    TABLE(Releases.between("4.10", "4.18")),
    /** The table twice, whether or not a shadow is made. */
    TWICE(Releases.from("4.19"));

    private final Releases releases;

    TableTariff(Releases releases) {
        this.releases = releases;
    }

    /** Returns the price in host pages of a table in a container of {@code version} 1 or 2. */
    static long pages(Call<?> call, TableGeometry geometry, int version) {
        TableTariff tariff = List.of(values()).stream()
                .filter(t -> t.releases.contains(call.profile().release()))
                .findFirst()
                .orElseThrow();
        long table = call.pages(geometry.tableBytes());
        return switch (tariff) {
            case WITH_VIEW -> table + (version == 2 ? call.pages(geometry.userViewBytes()) : 0);
            case TABLE -> table;
            case TWICE -> 2 * table;
        };
    }
}
