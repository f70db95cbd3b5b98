/* SPDX-License-Identifier: CC0-1.0 */
#ifndef PERFORM_H
#define PERFORM_H

#include "plan.h"

/*
 * Performs one case in this process, which must be a fresh one: limits, capabilities, buffers, then each operation in
 * order, reporting each. Descriptors that are still open at the end are left to process exit.
 */
void perform(const struct plan *plan, struct test_case *test);

#endif
