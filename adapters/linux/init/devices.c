/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "devices.h"

#include <glob.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report.h"
#include "text_file.h"

/* Of a PCI-to-PCI bridge, whatever its programming interface. */
#define BRIDGE_CLASS "0x0604"

/* A driver of the host that takes any function, and does nothing with it. */
#define HOST_DRIVER "uio_pci_generic"
#define OTHER_USER 65534

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* The path of what sysfs keeps of a function under a name. */
static const char *attribute(const char *function, const char *name)
{
	static char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/%s", function, name);
	return path;
}

static bool is_bridge(const char *function)
{
	char class[32];

	return read_text(attribute(function, "class"), class, sizeof(class)) &&
	       !strncmp(class, BRIDGE_CLASS, strlen(BRIDGE_CLASS));
}

/* Whether /host has a line of this kind about a PCI address. */
static bool host_says(const char *kind, const char *address)
{
	char found_kind[16], found_address[32];
	FILE *host = fopen("/host", "re");
	bool says = false;

	while (host && !says && fscanf(host, "%15s %31s", found_kind, found_address) == 2)
		says = !strcmp(found_kind, kind) && !strcmp(found_address, address);
	if (host)
		fclose(host);
	return says;
}

static void hand_over(const char *function)
{
	const char *address = last_part(function);

	write_text(attribute(function, "driver_override"), host_says("kept", address) ? HOST_DRIVER : "vfio-pci");
	write_text(attribute(function, "driver/unbind"), address);
	write_text("/sys/bus/pci/drivers_probe", address);
}

/* The last part of where a link of a function points; empty when there is no such link. */
static const char *linked(const char *function, const char *name, char *target)
{
	ssize_t length = readlink(attribute(function, name), target, PATH_MAX - 1);

	target[length < 0 ? 0 : length] = '\0';
	return last_part(target);
}

static void report_function(const char *function)
{
	char vendor[32] = "", device[32] = "", group[PATH_MAX], driver[PATH_MAX];

	read_text(attribute(function, "vendor"), vendor, sizeof(vendor));
	read_text(attribute(function, "device"), device, sizeof(device));
	report("note device %s %s:%s group %s driver %s", last_part(function), vendor, device,
	       linked(function, "iommu_group", group), linked(function, "driver", driver));
}

static void give_away(const char *function)
{
	char group[PATH_MAX], node[PATH_MAX + 16];

	if (!host_says("other", last_part(function)))
		return;
	snprintf(node, sizeof(node), "/dev/vfio/%s", linked(function, "iommu_group", group));
	if (chmod(node, 0600) || chown(node, OTHER_USER, OTHER_USER))
		report("note %s cannot be given away: %m", node);
}

void hand_over_devices(void)
{
	glob_t functions;

	if (!access("/sys/bus/pci/drivers/" HOST_DRIVER, F_OK))
		report("host_driver " HOST_DRIVER);

	if (glob("/sys/bus/pci/devices/*", 0, NULL, &functions)) {
		report("note this machine has no PCI devices");
		return;
	}
	for (size_t i = 0; i < functions.gl_pathc; i++) {
		if (is_bridge(functions.gl_pathv[i]))
			continue;
		hand_over(functions.gl_pathv[i]);
		report_function(functions.gl_pathv[i]);
		give_away(functions.gl_pathv[i]);
	}
	globfree(&functions);
}
