/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "group.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int group_number(const char *address)
{
	char link[128], target[256];
	ssize_t length;
	char *slash;

	snprintf(link, sizeof(link), "/sys/bus/pci/devices/%s/iommu_group", address ? address : "-");
	length = readlink(link, target, sizeof(target) - 1);
	if (length < 0)
		return -1;
	target[length] = 0;
	slash = strrchr(target, '/');
	return slash ? atoi(slash + 1) : -1;
}
