// SPDX-License-Identifier: Apache-2.0
// How long calls take, in nanoseconds each: "ioctl" on a container, "echo" there and back over a bare socket to another
// process, and "files", the work of a program without VFIO.
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/vfio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define SIZE 40 // of a message without payload

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

static void files(int times) {
    struct stat status;
    char byte;
    for (int i = 0; i < times; i++) {
        int file = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
        if (file < 0 || fstat(file, &status) != 0 || pread(file, &byte, 1, 0) != 1 || close(file) != 0) exit(1);
        if (stat("/etc/passwd", &status) != 0 || access("/etc/passwd", R_OK) != 0) exit(1);
    }
}

int main(int count, char **words) {
    if (count != 3) return 2;
    void (*work)(int) = strcmp(words[1], "echo") == 0 ? echo : strcmp(words[1], "files") == 0 ? files : calls;
    int times = atoi(words[2]);
    work(times / 10 + 1);
    double began = now();
    work(times);
    printf("%.0f\n", (now() - began) / times);
    return 0;
}
