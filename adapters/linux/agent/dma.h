/* SPDX-License-Identifier: CC0-1.0 */
/* What a device is made to do. */
#ifndef DMA_H
#define DMA_H

#include "performer.h"

struct result dma_write(struct performer *p);
struct result dma_read(struct performer *p);

#endif
