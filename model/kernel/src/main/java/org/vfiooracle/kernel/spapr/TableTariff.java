// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.List;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.state.Window;

/** What a TCE table costs in locked memory, by release. Sources: kernel history of tce_iommu_create_table; real machines. */
enum TableTariff {
    /** The table; a v2 container pays for its shadow of user addresses, too. */
    WITH_SHADOW(Eras.EAGER_SHADOW, true, 1),
    /** The table; the shadow is paid for when it is made, by the first map. */
    TABLE(Eras.SHADOW_AT_MAP, false, 1),
    /** The table twice, whether or not a shadow is made. */
    TWICE(Releases.from("4.19"), false, 2);

    private static final List<TableTariff> ALL = List.of(values());
    private static final int TCE_BYTES = 8;

    /** The releases that count the lower levels of a table below a host page as nothing, and give them back in full. */
    private static final Releases SMALL_TABLES_MISCOUNTED = Releases.between("4.2", "4.11");

    private final Releases releases;
    private final boolean withShadow;
    private final int times;

    TableTariff(Releases releases, boolean withShadow, int times) {
        this.releases = releases;
        this.withShadow = withShadow;
        this.times = times;
    }

    /** Returns what is counted for a table in a container of {@code version} 1 or 2, in host pages. */
    static long price(Call<?> call, TableGeometry geometry, int version) {
        boolean miscounted = SMALL_TABLES_MISCOUNTED.contains(call.profile().release());
        return pages(call, geometry, version, miscounted ? geometry.miscountedBytes() : geometry.tableBytes());
    }

    /** Returns what is given back when that table goes, in host pages. */
    static long refund(Call<?> call, TableGeometry geometry, int version) {
        return pages(call, geometry, version, geometry.tableBytes());
    }

    /** Whether a new table in a container of this version comes with its shadow. */
    static boolean includesShadow(Call<?> call, int version) {
        return of(call).withShadow && version == 2;
    }

    /** Returns what the shadow of a window costs, in host pages. */
    static long shadow(Call<?> call, Window window) {
        return call.pages((window.size() >>> window.pageShift()) * TCE_BYTES);
    }

    private static long pages(Call<?> call, TableGeometry geometry, int version, long bytes) {
        long shadow = includesShadow(call, version) ? call.pages(geometry.userViewBytes()) : 0;
        return (of(call).times * bytes >>> call.profile().id().pageShift()) + shadow;
    }

    private static TableTariff of(Call<?> call) {
        for (TableTariff tariff : ALL) {
            if (tariff.releases.contains(call.profile().release())) {
                return tariff;
            }
        }
        throw new IllegalStateException("no tariff for " + call.profile().release());
    }
}
