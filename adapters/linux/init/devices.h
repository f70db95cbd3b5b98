/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DEVICES_H
#define DEVICES_H

/*
 * Hands every PCI function that is not a bridge to vfio-pci, or to a driver of the host if /host says that the host keeps
 * it, and reports its ids, its group and its driver. Groups that /host gives to another user belong to him afterwards.
 */
void hand_over_devices(void);

#endif
