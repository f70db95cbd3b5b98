// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.memory;

import java.util.Set;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.state.Buffer;

/** How large the pages of memory are, as binary logarithms. */
final class PageSizes {
    /** Hosts with a hash MMU, whose transparent huge pages are of 16 MiB; those of a radix MMU are of 2 MiB. */
    private static final Set<String> HASH = Set.of("p5ioc2", "ioda1", "ioda2");

    private static final int OF_HASH = 24;
    private static final int OF_RADIX = 21;

    /** Where a transparent huge page proves as much as one of hugetlb; later only the latter does. */
    private static final Releases ANY_HUGE_PAGE = Releases.between("4.18", "5.1");

    private PageSizes() {}

    /** The page behind a piece, however it came to be of that size. */
    static int shift(Call<?> call, Buffer.Piece piece) {
        int host = call.profile().id().pageShift();
        Buffer.Backing backing = piece.backing().orElse(Buffer.Backing.PAGE);
        if (piece.replaced()) {
            throw new NotModelled("the size of pages that were registered, and replaced since");
        }
        return backing == Buffer.Backing.TRANSPARENT ? transparent(call) : backing.shift(host);
    }

    /** The page that the kernel is sure not to be split. */
    static int proven(Call<?> call, Buffer.Piece piece) {
        boolean sure =
                piece.backing().filter(Buffer.Backing.TRANSPARENT::equals).isEmpty()
                        || ANY_HUGE_PAGE.contains(call.profile().release());
        return sure ? shift(call, piece) : call.profile().id().pageShift();
    }

    private static int transparent(Call<?> call) {
        return HASH.contains(call.profile().id().generation()) ? OF_HASH : OF_RADIX;
    }
}
