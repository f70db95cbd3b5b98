/* SPDX-License-Identifier: CC0-1.0 */
#ifndef GROUP_H
#define GROUP_H

/* Reads the IOMMU group number of a PCI address from sysfs, or -1. */
int group_number(const char *address);

#endif
