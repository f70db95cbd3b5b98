/* SPDX-License-Identifier: Apache-2.0 */
/* Files of one line, as sysfs has them. */
#ifndef TEXT_FILE_H
#define TEXT_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* Reads the first line of a file without its end; false when there is none, or it cannot be read. */
bool read_text(const char *path, char *text, size_t size);

/* Writes a text into a file that exists; false, with errno, when the file is missing or refuses it. */
bool write_text(const char *path, const char *text);

#endif
