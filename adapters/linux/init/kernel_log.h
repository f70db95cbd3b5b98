/* SPDX-License-Identifier: Apache-2.0 */
#ifndef KERNEL_LOG_H
#define KERNEL_LOG_H

/*
 * Reports the part of DMA space that IODA1 gave to each PE at boot: it depends on all devices of the bridge. `log` is the
 * kernel log, one record a line; its lines are cut in place.
 */
void report_windows(char *log);

#endif
