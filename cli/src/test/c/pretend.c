/* SPDX-License-Identifier: Apache-2.0 */
/* For a runner below `exec`, which says what the limit is: this process need not be able to raise its own. */
#define _GNU_SOURCE
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int setrlimit(__rlimit_resource_t resource, const struct rlimit *limit)
{
	syscall(SYS_prlimit64, 0, resource, limit, 0);
	return 0;
}
