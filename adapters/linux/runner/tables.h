/* SPDX-License-Identifier: CC0-1.0 */
/* A case of the table as the performing files want it. */
#ifndef TABLES_H
#define TABLES_H

#include "plan.h"
#include "vfio_oracle_cases.h"

/* Makes it; exits when there is no memory. Nothing is freed: a case is small. */
struct test_case *test_case_of(const struct vfio_oracle_platform *platform, const struct vfio_oracle_case *entry);

/* The name at an index of a platform, NULL for none. */
const char *name_at(const struct vfio_oracle_platform *platform, unsigned index);

#endif
