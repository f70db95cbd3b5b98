// SPDX-License-Identifier: Apache-2.0
// Threads with little stack that open, copy, ask and close at once.
#include "vfio.h"

#include <limits.h>
#include <pthread.h>

#define THREADS 8
#define TIMES 60

static void *work(void *failed) {
    for (int i = 0; i < TIMES; i++) {
        int container = open("/dev/vfio/vfio", O_RDWR | O_CLOEXEC);
        int copy = dup(container);
        bool fine = container >= 0 && ioctl(copy, VFIO_GET_API_VERSION) == VFIO_API_VERSION;
        fine = fine && ioctl(container, VFIO_CHECK_EXTENSION, VFIO_SPAPR_TCE_v2_IOMMU) == 1;
        fine = fine && close(container) == 0;
        fine = fine && ioctl(copy, VFIO_GET_API_VERSION) == VFIO_API_VERSION && close(copy) == 0;
        *(int *)failed += fine ? 0 : 1;
    }
    return NULL;
}

int main(void) {
    pthread_t threads[THREADS];
    int failed[THREADS] = {0}, sum = 0;
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 65536);
    for (int i = 0; i < THREADS; i++) pthread_create(&threads[i], &small, work, &failed[i]);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        sum += failed[i];
    }
    printf("%d of %d failed\n", sum, THREADS * TIMES);
    return sum == 0 ? 0 : 1;
}
