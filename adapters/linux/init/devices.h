/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DEVICES_H
#define DEVICES_H

/* Hands every PCI function that is not a bridge to vfio-pci, and reports its ids, its group and its driver. */
void hand_over_devices(void);

#endif
