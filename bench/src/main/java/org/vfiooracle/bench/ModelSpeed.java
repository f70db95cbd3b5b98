// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a transition costs in seconds of a processor and in bytes, which do not depend on who else uses the machine, for
 * comparing two versions: {@code [ROUNDS [MAPPINGS...]]}. The same walks as those of {@link CorpusWalk} and
 * {@link ManyMappings}, whose figures are those to quote for one version.
 */
public final class ModelSpeed {
    private static final int[] MAPPINGS = {1000, 4000, 16_000, 65_536};
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ModelSpeed() {}

    /** Prints a line for each thing measured: name, size, microseconds of a processor and bytes for each operation. */
    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        for (String cases : new String[] {"all", "calls", "programs"}) {
            CorpusWalk walk = new CorpusWalk();
            walk.cases = cases;
            walk.read();
            measure("corpus " + cases, walk.size(), walk.size(), rounds, walk::transition);
        }
        for (String calls : new String[] {"v2-map-unmap", "v1-map-unmap", "type1-map-unmap"}) {
            for (int mappings : args.length > 1 ? sizes(args) : MAPPINGS) {
                ManyMappings many = new ManyMappings();
                many.calls = calls;
                many.mappings = mappings;
                many.prepare();
                measure(calls + " perform", mappings, 1, rounds, many::perform);
                measure(calls + " predict", mappings, 1, rounds, many::predict);
            }
        }
    }

    private static int[] sizes(String[] args) {
        int[] sizes = new int[args.length - 1];
        for (int i = 1; i < args.length; i++) {
            sizes[i - 1] = Integer.parseInt(args[i]);
        }
        return sizes;
    }

    /** The fastest of some rounds, each of {@code times} runs, after one that only warms up. */
    private static void measure(String name, int size, int times, int rounds, Supplier<?> run) {
        long best = Long.MAX_VALUE;
        long bytes = 0;
        for (int round = 0; round <= rounds; round++) {
            long allocated =
                    THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            long began = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                Objects.requireNonNull(run.get());
            }
            long took = THREADS.getCurrentThreadCpuTime() - began;
            bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
            best = round == 0 ? best : Math.min(best, took);
        }
        System.out.printf(Locale.ROOT, "%s\t%d\t%.3f\t%d%n", name, size, best / 1e3 / size, bytes / size);
    }
}
