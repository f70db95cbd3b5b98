/* SPDX-License-Identifier: Apache-2.0 */
/* The Linux kernel that is carried: a vmlinux, an ELF file of either byte order. */
#ifndef SHIM_KERNEL_IMAGE_H
#define SHIM_KERNEL_IMAGE_H

#include "bytes.h"

struct kernel_image {
    uint64_t entry;  /* offset of its first instruction in the file */
    uint64_t extent; /* bytes of memory that it will take, from address 0 on, where it copies itself to */
};

/* Returns NULL, or what is wrong with the file. */
const char *kernel_image_read(struct kernel_image *kernel, const uint8_t *file, uint64_t size);

#endif
