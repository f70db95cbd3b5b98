// SPDX-License-Identifier: Apache-2.0
// How long calls take, in nanoseconds each: "ioctl" on a container, "echo" there and back over a bare socket to another
// process, "memory", a page that is mapped by the program, registered and mapped for devices, while all before it stay, and "files",
// the work of a program without VFIO: by name, past the library, and the ratio of the two.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <linux/vfio.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define SIZE 40 // of a message without payload
#define SLICE 200

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static void echo(int times) {
    char message[SIZE] = {0};
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) exit(1);
    if (fork() == 0) {
        close(pair[0]);
        while (read(pair[1], message, SIZE) > 0 && write(pair[1], message, SIZE) > 0) {
        }
        _exit(0);
    }
    close(pair[1]);
    for (int i = 0; i < times; i++) {
        if (write(pair[0], message, SIZE) != SIZE || read(pair[0], message, SIZE) != SIZE) exit(1);
    }
}

static void calls(int times) {
    int container = open("/dev/vfio/vfio", O_RDWR);
    if (container < 0) exit(1);
    for (int i = 0; i < times; i++) {
        if (ioctl(container, VFIO_CHECK_EXTENSION, VFIO_SPAPR_TCE_v2_IOMMU) != 1) exit(1);
    }
}

// A window of small pages in a container of version 2; returns where it begins.
static __u64 window(int container, __u64 bytes) {
    int group = open("/dev/vfio/0", O_RDWR);
    struct vfio_iommu_spapr_tce_info info = {.argsz = sizeof info};
    struct vfio_iommu_spapr_tce_remove remove = {.argsz = sizeof remove};
    struct vfio_iommu_spapr_tce_create create = {.argsz = sizeof create, .page_shift = 12, .window_size = bytes, .levels = 1};
    if (ioctl(group, VFIO_GROUP_SET_CONTAINER, &container) != 0) exit(1);
    if (ioctl(container, VFIO_SET_IOMMU, VFIO_SPAPR_TCE_v2_IOMMU) != 0) exit(1);
    if (ioctl(container, VFIO_IOMMU_SPAPR_TCE_GET_INFO, &info) != 0) exit(1);
    remove.start_addr = info.dma32_window_start;
    if (ioctl(container, VFIO_IOMMU_SPAPR_TCE_REMOVE, &remove) != 0) exit(1);
    if (ioctl(container, VFIO_IOMMU_SPAPR_TCE_CREATE, &create) != 0) exit(1);
    return create.start_addr;
}

// Each page has a neighbour that nobody can use, so that the kernel keeps two mappings for it.
static void memory(int times) {
    static int container;
    static __u64 iova;
    if (container == 0) {
        container = open("/dev/vfio/vfio", O_RDWR);
        iova = window(container, 1 << 27);
    }
    for (int i = 0; i < times; i++, iova += 4096) {
        void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        void *next = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (page == MAP_FAILED || next == MAP_FAILED) exit(1);
        struct vfio_iommu_spapr_register_memory known = {.argsz = sizeof known, .vaddr = (__u64)page, .size = 4096};
        struct vfio_iommu_type1_dma_map map = {
            .argsz = sizeof map, .flags = 3, .vaddr = (__u64)page, .iova = iova, .size = 4096};
        if (ioctl(container, VFIO_IOMMU_SPAPR_REGISTER_MEMORY, &known) != 0) exit(1);
        if (ioctl(container, VFIO_IOMMU_MAP_DMA, &map) != 0) exit(1);
    }
}

// What a program without VFIO calls, by its name or past every library that stands before the C library.
struct names {
    int (*open)(const char *path, int flags, ...);
    int (*fstat)(int fd, struct stat *to);
    ssize_t (*pread)(int fd, void *to, size_t length, off_t offset);
    int (*close)(int fd);
    int (*stat)(const char *path, struct stat *to);
    int (*access)(const char *path, int mode);
};

static struct names names_of(void *where) {
    return (struct names){dlsym(where, "open"),  dlsym(where, "fstat"), dlsym(where, "pread"),
                          dlsym(where, "close"), dlsym(where, "stat"),  dlsym(where, "access")};
}

static double work(const struct names *c, int times) {
    struct stat status;
    char byte;
    double began = now();
    for (int i = 0; i < times; i++) {
        int file = c->open("/etc/passwd", O_RDONLY | O_CLOEXEC);
        if (file < 0 || c->fstat(file, &status) != 0 || c->pread(file, &byte, 1, 0) != 1 || c->close(file) != 0) exit(1);
        if (c->stat("/etc/passwd", &status) != 0 || c->access("/etc/passwd", R_OK) != 0) exit(1);
    }
    return (now() - began) / times;
}

static int by_size(const void *a, const void *b) {
    return (*(const double *)a > *(const double *)b) - (*(const double *)a < *(const double *)b);
}

// Short slices in turn, so that whatever else the machine does falls on both; medians of all, and of the ratios in pairs.
static void files(int slices) {
    void *library = dlopen("libc.so.6", RTLD_LAZY | RTLD_NOLOAD);
    struct names named = names_of(RTLD_DEFAULT), past = names_of(library);
    double *figures[3];
    for (int i = 0; i < 3; i++) figures[i] = calloc((size_t)slices, sizeof(double));
    for (int i = 0; i < slices; i++) {
        bool first = i % 2 == 0;
        if (first) figures[0][i] = work(&named, SLICE);
        figures[1][i] = work(&past, SLICE);
        if (!first) figures[0][i] = work(&named, SLICE);
        figures[2][i] = figures[0][i] / figures[1][i];
    }
    for (int i = 0; i < 3; i++) {
        qsort(figures[i], (size_t)slices, sizeof(double), by_size);
        printf("%.4f ", figures[i][slices / 2]);
    }
    printf("\n");
}

int main(int count, char **words) {
    if (count != 3) return 2;
    int times = atoi(words[2]);
    if (strcmp(words[1], "files") == 0) {
        files(times);
        return 0;
    }
    void (*work)(int) = strcmp(words[1], "echo") == 0 ? echo : strcmp(words[1], "memory") == 0 ? memory : calls;
    if (work != memory) work(times / 10 + 1);
    double began = now();
    work(times);
    printf("%.0f\n", (now() - began) / times);
    return 0;
}
